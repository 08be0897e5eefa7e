#!/bin/sh
# go, as cells call it in a container. In a class, compilers of all learners at once would
# take more memory than the server has. So they take turns: one for each file in the folder
# $COMPILE_TURNS, which all containers see and none can change. Nobody waits for ever: after
# five minutes it goes on without a turn.
go=/usr/local/go/bin/go
case $1 in
  build | install | test) ;;
  *) exec $go "$@" ;;
esac
[ -n "$COMPILE_TURNS" ] || exec $go "$@"
for turn in "$COMPILE_TURNS"/*; do
  [ -f "$turn" ] || exec $go "$@"
  exec 9<"$turn"
  flock -n 9 && exec $go "$@"
done
exec 9<"$(shuf -n 1 -e "$COMPILE_TURNS"/*)"
flock -w 300 9
exec $go "$@"
