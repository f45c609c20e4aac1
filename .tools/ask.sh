#!/bin/sh
# ask.sh WHAT: prints what is about to be installed. If an ordinary user runs it in a terminal, it asks; it fails if the
# answer is "no" or Enter. For root, and without a terminal, it does not ask.
printf '%s\n' "$1"
if [ -t 0 ] && [ -t 1 ] && [ "$(id -u)" != 0 ]; then
    printf 'Go on? [y/N] '
    read -r answer
    case "$answer" in y | Y | yes) ;; *) exit 1 ;; esac
fi
