package main

const usage = `Install XLA, which trains many times as fast as pure Go.

  go run ./lesson/xla [cpu|cuda12|cuda13]

  cpu      for the processor (the default): Linux, macOS on ARM
  cuda13   for an NVIDIA GPU with driver 580 or newer: Linux on x86-64
  cuda12   for an NVIDIA GPU with driver 525 or newer: Linux on x86-64

Files go to your own library folder, no administrator needed:
  %s
A failure or Ctrl-C leaves everything as it was, and whole downloads are kept for the
next try. Behind a proxy, set HTTPS_PROXY. If GitHub answers 403 (too many requests from
your address), wait an hour or set GH_TOKEN.

Programs built with a C compiler (cgo) find the plugin by themselves. To choose:
  GOMLX_BACKEND=xla:cpu   GOMLX_BACKEND=xla:cuda   GOMLX_BACKEND=go
`

const usageZH = `安装 XLA，训练比纯 Go 快许多倍。

  go run ./lesson/xla [cpu|cuda12|cuda13]

  cpu      用处理器（默认）：Linux，ARM 上的 macOS
  cuda13   用 NVIDIA 显卡，驱动 580 或更新：x86-64 上的 Linux
  cuda12   用 NVIDIA 显卡，驱动 525 或更新：x86-64 上的 Linux

文件放进你自己的库文件夹，不需要管理员权限：
  %s
失败或按 Ctrl-C，一切保持原样；下载完整的文件会留着，下次接着用。用代理上网请设
HTTPS_PROXY。如果 GitHub 回答 403（你的地址请求太多），等一小时，或者设 GH_TOKEN。

用 C 编译器（cgo）编译的程序会自己找到插件。要自己选：
  GOMLX_BACKEND=xla:cpu   GOMLX_BACKEND=xla:cuda   GOMLX_BACKEND=go
`
