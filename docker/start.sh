#!/usr/bin/env bash
# What a container runs: it gets the learner's home ready, and then
#   (nothing)    opens the course in JupyterLab and prints its address
#   train …      trains the lecture's network; files go to the home
#   test         runs all notebooks and compares their outputs
#   anything     else is run as it is: jupyterhub-singleuser, bash, …
set -euo pipefail

fail() { printf 'convnet: %s\n' "$@" >&2; exit 1; }

case ${COURSE_LANG:-${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}} in
  zh*) lang=zh ;;
  *) lang=en ;;
esac
[[ ${COURSE_LANG:-$lang} =~ ^(zh|en) ]] || fail "COURSE_LANG is \"$COURSE_LANG\": the course is in en and zh"

# Says its first argument in English courses, its second in Chinese ones.
say() { if [ "$lang" = zh ]; then printf '%s' "$2"; else printf '%s' "$1"; fi; }

mkdir -p "$HOME/.cache" 2>/dev/null || true
for folder in "$HOME" "$HOME/.cache"; do
  [ -w "$folder" ] || fail \
    "$(say "$folder cannot be written to: it belongs to user $(stat -c %u "$folder"), and this is user $(id -u)." \
      "$folder 不可写：它属于用户 $(stat -c %u "$folder")，而这里是用户 $(id -u)。")" \
    "$(say "Next: use a named volume (-v convnet:/home/learner); or, for a folder of yours," \
      "怎么办：用数据卷（-v convnet:/home/learner）；如果要用自己的文件夹，")" \
    "$(say "chown -R $(id -u) FOLDER, or run as its owner: --user \"\$(id -u):\$(id -g)\"" \
      "就 chown -R $(id -u) 文件夹，或者以它的主人运行：--user \"\$(id -u):\$(id -g)\"")"
done

# A place where programs may be run: /tmp is none if it is a --tmpfs of Docker's.
can_run() {
  local try
  try=$(mktemp "$1/try.XXXXXX" 2>/dev/null) || return 1
  printf '#!/bin/sh\n' >"$try" && chmod +x "$try"
  local status=0
  "$try" 2>/dev/null || status=1
  rm -f "$try"
  return "$status"
}
base=/tmp
can_run $base || base=$HOME/.cache

# A folder for this container alone, held by a lock as long as it runs. Those that others
# have left behind go.
exec 8>"$base/convnet.lock"
flock 8
for left in "$base"/convnet.*/; do
  if [ -e "$left" ] && flock -n "$left" true; then rm -rf "$left"; fi
done
scratch=$(mktemp -d "$base/convnet.XXXXXX")
exec 9<"$scratch"
flock 9
exec 8>&-
mkdir "$scratch/tmp"
export TMPDIR=$scratch/tmp

# Settings of Go that suit a module have no place in a cell.
unset GOFLAGS GOWORK GO111MODULE GOROOT GOBIN GOOS GOARCH
export GOENV=off

# Go's cache is what the image has compiled. Where that cannot be written to, it is made of
# links: Go follows them, and puts what is new beside them.
export GOCACHE=/opt/go-build
if [ ! -w $GOCACHE ]; then
  cp -rs $GOCACHE "$scratch/go-build"
  GOCACHE=$scratch/go-build
fi
rm -rf "$JUPYTER_RUNTIME_DIR"

# The learner's copies: what is there is never touched. lessons/ has the originals.
for l in en zh; do
  mkdir -p "$HOME/$l"
  for lesson in /course/notebooks/"$l"/*.ipynb; do
    copy=$HOME/$l/${lesson##*/}
    [ -e "$copy" ] || { cp "$lesson" "$copy.part" && mv "$copy.part" "$copy"; }
  done
done
ln -sfn /course/notebooks "$HOME/lessons"

if [ -z "${MNIST_DIR:-}" ] && [ -d /opt/convnet/mnist ]; then export MNIST_DIR=/opt/convnet/mnist; fi
export COURSE_LANG=$lang # jupyter_server_config.py takes it away again

# Prints the address as soon as the server answers.
announce() {
  until compgen -G "$JUPYTER_RUNTIME_DIR/jpserver-*.json" && (exec 3<>"/dev/tcp/127.0.0.1/$1"); do
    sleep 0.1
  done &>/dev/null
  echo "$(say "The course is open at" "课程已打开，地址：")"
  echo "  http://127.0.0.1:$1/lab/tree/$lang?token=$JUPYTER_TOKEN"
}

cd "$HOME"
case ${1:-} in
  "")
    export JUPYTER_PORT=${JUPYTER_PORT:-8888}
    export JUPYTER_TOKEN=${JUPYTER_TOKEN:-$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')}
    announce "$JUPYTER_PORT" &
    exec jupyter lab --no-browser --ip=0.0.0.0 --ServerApp.port_retries=0 \
      --log-level=WARN --LabApp.log_level=WARN
    ;;
  train) exec "$@" ;;
  test)
    # Where the launcher looks for its environment.
    mkdir -p "$HOME/.cache/convnet-notebooks"
    ln -sfn "$(readlink -f /opt/env)" "$HOME/.cache/convnet-notebooks/"
    unset COURSE_LANG
    cd /course/notebooks
    exec notebooks.test -test.v -test.run '^TestNotebooks$' "${@:2}"
    ;;
  *) exec "$@" ;;
esac
