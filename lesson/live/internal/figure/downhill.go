package figure

import (
	"fmt"
	"math"

	"convnet.example/lesson/descent"
	"convnet.example/lesson/say"
)

// Downhill says whether a run comes to rest in the ravine, by the formula: in both directions
// it has to be below its limit.
func Downhill(run descent.SGD) string {
	valley := descent.Course
	across, limit := run.LearningRate*valley.Across, 2*(1+run.Momentum)
	text := fmt.Sprintf(say.Text("across the valley: rate · curvature = %s · %s = %s", "横着：学习率 · 曲率 = %s · %s = %s"),
		Number(run.LearningRate), Number(valley.Across), Number(across))
	limits := fmt.Sprintf("2·(1 + %s) = %s", Number(run.Momentum), Number(limit))
	if math.Abs(across-limit) < 1e-9 {
		return text + " = " + limits + "\n" + say.Text("On the edge: it swings for ever, neither nearer nor further.", "正好在边界上：一直来回摆动，既不靠近，也不冲出谷外。")
	}
	if across > limit {
		return text + " > " + limits + "\n" + fmt.Sprintf(say.Text(
			"Not stable, it climbs out: in the long run each step makes the distance %s times as large. Take a rate below %s.",
			"不稳定，会冲出谷外：长远看，每走一步，距离变为 %s 倍。学习率要小于 %s。"),
			Number(run.Contraction(valley.Across)), Number(run.Limit(valley.Across)))
	}
	return text + " < " + limits + "\n" + fmt.Sprintf(say.Text(
		"Stable: a step leaves %s of the way across, and %s of the way along, in the long run.",
		"稳定：长远看，每走一步，横着剩下 %s，顺着剩下 %s。"),
		Number(run.Contraction(valley.Across)), Number(run.Contraction(valley.Along)))
}
