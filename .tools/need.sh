#!/bin/sh
# need.sh TOOL...: makes sure that each tool is there. Installs it through apt when root or sudo allows,
# else prints the exact command for this and other systems and stops.
set -u

package() { # the package of tool $1 on system $2
    case "$1:$2" in
        emcc:*) echo emscripten ;;
        cc:brew) echo llvm ;;
        cc:*) echo gcc ;;
        clang-format:dnf) echo clang-tools-extra ;;
        chromium:brew) echo "--cask chromium" ;;
        firefox:apt) echo firefox-esr ;;
        firefox:brew) echo "--cask firefox" ;;
        numpy:brew) echo numpy ;;
        numpy:*) echo python3-numpy ;;
        *) echo "$1" ;;
    esac
}

found() {
    case "$1" in
        chromium) test -n "${CHROMIUM:-}" || command -v chromium || command -v chromium-browser ||
            command -v google-chrome || test -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ;;
        firefox) test -n "${FIREFOX:-}" || command -v firefox-esr ;;
        numpy) "${PYTHON:-/usr/bin/python3}" -c "import numpy" ;;
        *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

missing=""
for tool in "$@"; do found "$tool" || missing="$missing $tool"; done
[ -z "$missing" ] && exit 0

root=""
if [ "$(id -u)" != 0 ]; then
    root="sudo"
    sudo -n true 2>/dev/null || root="none"
fi
if command -v apt-get >/dev/null 2>&1 && [ "$root" != none ]; then
    packages=""
    for tool in $missing; do packages="$packages $(package "$tool" apt)"; done
    echo "Installing:$packages"
    # shellcheck disable=SC2086
    $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $packages >/dev/null
fi

status=0
for tool in $missing; do
    found "$tool" && continue
    status=1
    echo "Missing: $tool. Install it with one of:"
    echo "  Debian/Ubuntu  sudo apt-get install --no-install-recommends $(package "$tool" apt)"
    echo "  Fedora         sudo dnf install $(package "$tool" dnf)"
    echo "  macOS          brew install $(package "$tool" brew)"
    [ "$tool" = emcc ] && echo "  emsdk          git clone https://github.com/emscripten-core/emsdk && cd emsdk && ./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh"
done
exit $status
