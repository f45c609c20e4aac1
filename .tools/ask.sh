#!/bin/sh
# ask.sh WHAT: says what is about to be installed. In a terminal an ordinary user is asked, and "no" (or Enter) is a
# failure; root, and whoever runs without a terminal, goes on.
printf '%s\n' "$1"
if [ -t 0 ] && [ -t 1 ] && [ "$(id -u)" != 0 ]; then
    printf 'Go on? [y/N] '
    read -r answer
    case "$answer" in y | Y | yes) ;; *) exit 1 ;; esac
fi
