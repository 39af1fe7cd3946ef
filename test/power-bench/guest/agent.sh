#!/bin/bash
# Runs what the test asks for. A question is one line: its number, the seconds it may take, the command in base64. An
# answer is one line: the number, the exit code, what it said and what it complained of, each in base64 behind a dot.
while [ ! -e /dev/virtio-ports/agent ]; do sleep 0.05; done
exec 3<>/dev/virtio-ports/agent
answer() {
  local folder
  folder=$(mktemp -d /run/agent.XXXXXX)
  base64 -d <<<"$3" >"$folder/command"
  timeout "$2" bash "$folder/command" >"$folder/out" 2>"$folder/error" </dev/null 3>&-
  local line="$1 $? .$(base64 -w0 "$folder/out") .$(base64 -w0 "$folder/error")"
  rm -r "$folder"
  # Answers to several questions do not mix.
  flock 3
  printf '%s\n' "$line" >&3
  flock -u 3
}
echo ready >&3
while read -r number limit command <&3; do answer "$number" "$limit" "$command" & done
