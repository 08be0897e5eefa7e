package main

const usage = `Train the lecture's network on handwritten digits, and draw accuracy against epoch.

usage: go run ./lesson/train [flags]

Without flags it is the lecture: 10 epochs of MNIST, batches of 64, momentum SGD,
a test after each epoch.

  -data source         digits to train with: auto, mnist, builtin or a folder of IDX files (default auto)
  -test-data source    digits to test on; unless given, as -data
  -n images            train with the first so many images; 0: with all
  -epochs N            times to go through the training images (default 10)
  -batch N             images in a step (default 64)
  -lr rate             learning rate (default 0.01)
  -momentum share      share of the velocity that is kept from step to step (default 0.5)
  -seed N              seed of the first weights and of the order of the images (default 1)
  -shuffle=false       do not shuffle the images for each epoch
  -test-every epochs   test after every so many epochs (default 1); 10 in the lecture's other program
  -log-every steps     print the mean loss of every so many steps (default 300)
  -init file           start from the weights in this safetensors file
  -out folder          folder for picture, weights and checkpoint (default out): a finished training
                       in it is replaced; -out "" writes nothing
  -resume              go on with the training in -out, with its settings where no flag says otherwise
  -backend name        what computes: go, xla, xla:cpu or xla:cuda; unless given, $GOMLX_BACKEND,
                       or else the best here
  -devices N           share each batch among N devices, such as GPUs (default 1)
`

const usageZH = `用手写数字训练视频课的网络，并画出准确率随轮数变化的曲线。

用法：go run ./lesson/train [选项]

什么选项都不写，就是视频课的训练：MNIST 训练 10 轮（epoch），每批 64 张，带动量的
SGD，每轮之后测试一次。

  -data source         训练用的数字：auto、mnist、builtin，或者放着 IDX 文件的文件夹（默认 auto）
  -test-data source    测试用的数字；不写则与 -data 相同
  -n images            只用前这么多张训练图像；0 表示全部
  -epochs N            训练几轮：训练图像过一遍是一轮（默认 10）
  -batch N             每一步用几张图像（默认 64）
  -lr rate             学习率（默认 0.01）
  -momentum share      动量：每一步保留多少速度（默认 0.5）
  -seed N              随机种子，决定初始权重和图像的顺序（默认 1）
  -shuffle=false       不打乱图像；默认每轮重新打乱
  -test-every epochs   每隔几轮测试一次（默认 1）；视频课的另一个程序是 10
  -log-every steps     每隔多少步打印一次这些步的平均损失（默认 300）
  -init file           从这个 safetensors 文件里的权重开始
  -out folder          图、权重和检查点放进这个文件夹，已经完成的训练会被替换（默认 out）；
                       -out "" 表示什么都不写
  -resume              接着 -out 里的训练做下去；没有写出的选项沿用那次的设置
  -backend name        由谁来计算：go、xla、xla:cpu 或 xla:cuda；不写则看 $GOMLX_BACKEND，
                       再不然用这台机器上最好的
  -devices N           每一批由 N 个设备（例如 GPU）分着算（默认 1）
`
