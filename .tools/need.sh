#!/bin/sh
# need.sh TOOL... [-- OPTIONAL...]: installs the tools that are missing. It prints what it would install and how large
# that is, asks if there is a terminal (ask.sh), and installs through apt if the user is root or has sudo. Otherwise it
# prints the commands for this and other systems, and fails if a tool is missing that is not optional.
set -u
here=$(dirname "$0")
clang=${FUZZ_CC:-clang}

package() { # the packages of tool $1 on system $2
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
        venv:apt) echo python3-venv ;;
        venv:*) echo python3 ;;
        hunspell:apt) echo "hunspell hunspell-en-us hunspell-vi" ;;
        libfuzzer:apt)
            if major=$("$clang" -dumpversion 2>/dev/null); then echo "libclang-rt-${major%%.*}-dev"
            else echo "clang libclang-rt-dev"; fi ;;
        libfuzzer:dnf) echo "clang compiler-rt" ;;
        libfuzzer:brew) echo llvm ;;
        *) echo "$1" ;;
    esac
}

found() {
    case "$1" in
        chromium) test -n "${CHROMIUM:-}" || command -v chromium || command -v chromium-browser ||
            command -v google-chrome || test -x "/Applications/Chromium.app/Contents/MacOS/Chromium" ;;
        firefox) test -n "${FIREFOX:-}" || command -v firefox-esr ;;
        numpy) "${PYTHON:-/usr/bin/python3}" -c "import numpy" ;;
        venv) "${PYTHON:-/usr/bin/python3}" -c "import ensurepip" ;;
        hunspell) hunspell -D 2>&1 </dev/null | grep -q /vi_VN ;;
        libfuzzer) echo 'int LLVMFuzzerTestOneInput(const char *d, unsigned long n) { return d && n ? 0 : 0; }' |
            "$clang" -fsanitize=fuzzer,address,undefined -x c - -o /dev/null ;;
        *) command -v "$1" ;;
    esac >/dev/null 2>&1
}

lacking() { for tool in "$@"; do found "$tool" || printf '%s ' "$tool"; done; }

needed="" optional="" into=needed
for tool in "$@"; do
    case "$tool:$into" in
        --:*) into=optional ;;
        *:needed) needed="$needed $tool" ;;
        *) optional="$optional $tool" ;;
    esac
done
# shellcheck disable=SC2086
missing=$(lacking $needed $optional)
[ -z "$missing" ] && exit 0

root=""
if [ "$(id -u)" != 0 ]; then
    if sudo -n true 2>/dev/null; then root="sudo"
    elif [ -t 0 ] && command -v sudo >/dev/null 2>&1; then root="sudo" # asks for the password
    else root="none"; fi
fi
if command -v apt-get >/dev/null 2>&1 && [ "$root" != none ]; then
    packages=""
    for tool in $missing; do packages="$packages $(package "$tool" apt)"; done
    # shellcheck disable=SC2086
    size=$(LC_ALL=C apt-get -o Debug::NoLocking=1 --assume-no install --no-install-recommends $packages 2>/dev/null |
        sed -n 's/^Need to get \(.*B\).* of archives.*/ \1 to download,/p; s/^After this operation, \(.*B\) of additional.*/ \1 on disk/p' | tr -d '\n')
    if "$here/ask.sh" "Installing through apt:$packages (${size# })."; then
        # shellcheck disable=SC2086
        $root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq --no-install-recommends $packages >/dev/null
    fi
fi

status=0
for tool in $missing; do
    found "$tool" && continue
    case " $needed " in *" $tool "*) status=1; echo "Missing: $tool. Install it with one of:" ;;
        *) echo "Missing: $tool. What needs it is left out. To install it:" ;; esac
    echo "  Debian/Ubuntu  sudo apt-get install --no-install-recommends $(package "$tool" apt)"
    echo "  Fedora         sudo dnf install $(package "$tool" dnf)"
    echo "  macOS          brew install $(package "$tool" brew)"
    [ "$tool" = emcc ] && echo "  emsdk          git clone https://github.com/emscripten-core/emsdk && cd emsdk && ./emsdk install latest && ./emsdk activate latest && . ./emsdk_env.sh"
done
exit $status
