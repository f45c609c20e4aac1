# Descent Lab. `make help` lists the verbs.
.DEFAULT_GOAL := help
SHELL    := /bin/sh
PYTHON   ?= /usr/bin/python3
FUZZ_CC  ?= $(shell command -v clang || ls /usr/bin/clang-[0-9]* 2>/dev/null | sort -V | tail -1)
FUZZ_SECONDS ?= 60
MUTANTS  ?= 60
MINUTES  ?= 20

# ---- flags -------------------------------------------------------------------------------------
# The same link must give the same digits in every engine and natively. So there is no contraction to fused
# multiply-add, no fast maths and no relaxed SIMD; musl's libm is compiled in, and nothing is imported from JavaScript.
# -fno-math-errno lets GCC vectorize sqrt as clang does; it changes no digit.
STRICT   := -std=c11 -Wall -Wextra -Wpedantic -Werror -ffp-contract=off -fno-math-errno
INCLUDE  := -Ic/core -Ic/registry -Ic/formula -Ic/check
# Objectives and the core are compiled for speed. Optimizers, and code that runs once a session or a run, are
# compiled for size.
# Linking with -Oz picks musl's table-free log and pow (FreeBSD's, < 1 ulp), which saves 10 KB. The others are
# faster (1.4 times on Adam's runs), but round in other places: digits that are released would change.
WASM     := -O2 -msimd128 -fno-unroll-loops
SMALL    := -Oz -msimd128
LINK     := -Oz -sSTANDALONE_WASM --no-entry -sALLOW_MEMORY_GROWTH=0 -sTOTAL_MEMORY=67108864 -sFILESYSTEM=0
SANITIZE := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all

GEN      := build/generated
UNITS    := $(wildcard c/objectives/*.c c/optimizers/*.c c/methods/*.c c/schedules/*.c c/smoothing/*.c)
CORE     := $(wildcard c/core/*.c c/formula/*.c c/check/*.c) c/registry/catalog.c
HEADERS  := $(wildcard c/*/*.h)
C_TESTS  := $(patsubst tests/c/%.c,build/c/%,$(wildcard tests/c/*_test.c))
JOBS     := -j$(shell getconf _NPROCESSORS_ONLN)
WEB      := $(shell find web -type f)
DIST     := $(addprefix dist/,index.html descent-lab.js core.js check.js map.js core-inline.js remote.js widget.mjs core.wasm THIRD-PARTY.txt)

# ---- verbs -------------------------------------------------------------------------------------
.PHONY: help setup start build pages zips wheel test test-fast test-c test-cases test-integrations check format reading spelling bench fuzz mutants digits golden clean FORCE site release

help: ## list the verbs
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1|\2/p' Makefile | awk -F'|' '{ printf "  make %-18s %s\n", $$1, $$2 }'

start: build ## set up, build, serve on localhost and print the address
	@node web/serve.js

build: setup $(DIST) dist/types/library.d.ts ## set up and build dist/

pages: build ## make dist/p/, a page and a poster for every preset (BASE=https://… is where dist/ will be served)
	@.tools/need.sh chromium
	@node web/pages.js "$(BASE)"

site: build ## make dist/site/, all that a static host serves (BASE=https://… is where)
	@.tools/need.sh chromium
	@node web/site.js "$(BASE)"

release: ## check and build a release (VERSION=1.2.3), into dist/release/, and tag it; DRY=1: no tag
	@node .tools/release.js "$(VERSION)" $(if $(DRY),--dry)

zips: build ## make dist/descent-lab-offline.zip and dist/descent-lab-scorm.zip (SCORM 1.2, with the quiz)
	@node web/zips.js

wheel: build ## make dist/python/, the Python package (descent_lab: the widget, and the core without a browser)
	@.tools/need.sh venv
	@node web/wheel.js "$(PYTHON)"

test: ## set up, build and run every test
	@.tools/need.sh cc emcc chromium -- numpy firefox
	@$(MAKE) --no-print-directory setup
	@$(MAKE) --no-print-directory $(JOBS) build check $(C_TESTS) build/native
	@node tests/run.js $(C_TESTS) tests/browser tests/house tests/parity tests/web

test-fast: setup ## run every test that needs no browser
	@$(MAKE) --no-print-directory $(JOBS) build $(C_TESTS) build/native
	@node tests/run.js $(C_TESTS) tests/house tests/parity tests/web

test-c: setup $(C_TESTS) ## run the C tests only, under AddressSanitizer and UBSan
	@node tests/run.js $(C_TESTS)

test-cases: build ## run the tests of properties with thousands of cases each: the gate tries a tenth
	@EVERY_CASE=1 node tests/run.js $$(grep -l "cases.js'" tests/web/*.test.js)

test-integrations: wheel test-cases ## run what needs other programs and the registries (bundlers, notebooks, …), a part of a release
	@.tools/need.sh chromium
	@PATIENCE=1800 node tests/run.js tests/integrations

check: node_modules ## lint, formatting and types
	@npx --no-install biome ci --config-path=.biome.json .
	@npx --no-install tsc -p .tsconfig.tests.json
	@if command -v clang-format >/dev/null; then clang-format --dry-run -Werror $(shell find c tests -name '*.[ch]'); \
	 else echo "clang-format is not installed: the C formatting is not checked"; fi

format: node_modules ## format C, JavaScript and CSS
	@.tools/need.sh clang-format
	@clang-format -i $(shell find c tests -name '*.[ch]')
	@npx --no-install biome check --write --config-path=.biome.json .

fuzz: ## feed the formula language hostile text for FUZZ_SECONDS=60 (clang's libFuzzer)
	@FUZZ_CC="$(FUZZ_CC)" .tools/need.sh libfuzzer
	@$(MAKE) --no-print-directory build/formula_fuzz
	@mkdir -p build/fuzz && rm -f build/fuzz/crash-* build/fuzz/timeout-* build/fuzz/oom-* build/fuzz/leak-*
	@build/formula_fuzz -dict=tests/c/fuzz/formula.dict -max_len=520 -max_total_time=$(FUZZ_SECONDS) -verbosity=0 \
	  -artifact_prefix=build/fuzz/ -print_final_stats=1 build/fuzz tests/c/fuzz/corpus

mutants: build ## break MUTANTS=60 lines of c/ and web/ one at a time, for MINUTES=20, and list those that no test notices
	@.tools/need.sh cc
	@$(MAKE) --no-print-directory $(JOBS) $(CHECKED) build/native
	@node tests/mutants/mutants.js $(MUTANTS) $(MINUTES)

reading: ## print how long the course's chapters are, and how long reading them takes
	@node tests/web/course-length.js

spelling: ## spell the texts of the course and the lessons, English and Vietnamese (hunspell)
	@.tools/need.sh hunspell
	@node tests/spelling.js

bench: build build/native-bench ## print speed ratios: wasm against native C and plain JavaScript
	@for b in tests/bench/*.bench.js; do node $$b; done

digits: build/core.wasm ## write tests/parity/digits.txt anew, when the digits are meant to change
	@node tests/parity/digits.js

golden: build/core.wasm ## make the golden data anew (python3 with torch, scipy, pandas and mpmath)
	@for s in tests/golden/*.js; do echo $$s; node $$s || exit 1; done
	@for s in tests/golden/*.py; do echo $$s; PYTHONDONTWRITEBYTECODE=1 $(PYTHON) $$s || exit 1; done

clean: ## remove everything that can be built
	rm -rf build dist

# ---- set-up ------------------------------------------------------------------------------------
setup: node_modules ## install what building needs; says how large it is and asks first
	@.tools/need.sh emcc

# `npm ci` refuses lock files that leave out other platforms' optional packages; `npm install` takes the same versions.
node_modules: package.json package-lock.json
	@.tools/ask.sh "Installing the packages of package-lock.json into node_modules (about 220 MB)." || \
	  { echo "Without them nothing is built. They are installed by: npm ci"; exit 1; }
	@npm ci --no-audit --no-fund --loglevel=error 2>/dev/null || npm install --no-save --no-audit --no-fund --loglevel=error
	@touch node_modules

# ---- building ----------------------------------------------------------------------------------
# Always runs. generate.js replaces a file only if its text differs, so that nothing else is built anew.
$(GEN)/tables.c $(GEN)/steps.c $(GEN)/exports.json &: FORCE
	@node c/registry/generate.js $(GEN)

# Units come first: similar code side by side is smaller after gzip.
OBJECTS  := $(patsubst %.c,build/wasm/%.o,$(UNITS) $(CORE) $(wildcard c/abi/*.c) build/generated/tables.c build/generated/steps.c)

build/wasm/c/registry/%.o build/wasm/c/abi/%.o build/wasm/c/check/%.o build/wasm/c/methods/%.o build/wasm/c/schedules/%.o build/wasm/c/smoothing/%.o $(patsubst %,build/wasm/c/core/%.o,curvature diagnosis eigenvalues field layout modifiers oracle pace recurrence rest rng rule sample search status vector): WASM := $(SMALL)
$(patsubst %,build/wasm/c/formula/%.o,adapt allocate ast build bytes compile decimal derive emit error familiar fuse graph lenient lex module names parse remark resolve share spell text typed variables writer rewrite slip): WASM := $(SMALL)
build/wasm/c/optimizers/%.o $(patsubst %,build/wasm/c/core/%.o,lanes map): WASM := -Os -msimd128
build/wasm/c/core/run.o: WASM := -O3 -msimd128 -fno-unroll-loops
# The steps of maps are machine code that the core emits (c/formula/emit.h). Other loops gain nothing from vectors.
build/wasm/c/objectives/%.o build/wasm/c/formula/eval.o: WASM += -fno-vectorize -fno-slp-vectorize

build/wasm/%.o: %.c $(HEADERS) Makefile
	@mkdir -p $(@D)
	@emcc $(STRICT) $(WASM) $(INCLUDE) -c $< -o $@

# musl reduces the angle of sin, cos and tan by 2/π, to as many digits as a long double's exponent may ask for. The core has
# none: the table for doubles gives the same digits and is 2.5 KB smaller.
MUSL      = $(shell em-config EMSCRIPTEN_ROOT)/system/lib/libc/musl/src
build/wasm/musl/rem_pio2_large.o: Makefile
	@mkdir -p $(@D)
	@emcc -std=c99 -w -ffp-contract=off $(SMALL) -D__LDBL_MAX_EXP__=1024 -D__LDBL_MANT_DIG__=53 -I$(MUSL)/internal -I$(MUSL)/include \
	  -c $(MUSL)/math/__rem_pio2_large.c -o $@

build/core.wasm: $(OBJECTS) build/wasm/musl/rem_pio2_large.o $(GEN)/exports.json c/abi/join-segments.js
	@emcc $(LINK) -sEXPORTED_FUNCTIONS=@$(GEN)/exports.json $(filter %.o,$^) -o $@
	@node c/abi/join-segments.js $@
	@emcc --version | sed -n '1s/^emcc (.*) \([0-9][^ ]*\).*/emcc \1/p' > build/compiler.txt

# The same C as native programs: one is compared with the wasm by the parity tests, one by the benchmarks.
build/native: tests/parity/native.c
build/native-bench: tests/bench/native.c
build/native build/native-bench: $(CORE) $(UNITS) $(HEADERS) $(GEN)/tables.c Makefile
	@mkdir -p build
	@$(CC) $(STRICT) -O3 $(INCLUDE) $(filter tests/%,$^) $(CORE) $(UNITS) $(GEN)/tables.c -lm -o $@

# The core compiled with the sanitizers; all C tests link it.
CHECKED  := $(patsubst %.c,build/checked/%.o,$(CORE) $(UNITS) $(GEN)/tables.c)

build/checked/%.o: %.c $(HEADERS) Makefile
	@mkdir -p $(@D)
	@$(CC) $(STRICT) $(SANITIZE) $(INCLUDE) -c $< -o $@

build/formula_fuzz: tests/c/fuzz/formula_fuzz.c $(wildcard c/core/*.c c/formula/*.c) $(HEADERS) Makefile
	@mkdir -p build
	@$(FUZZ_CC) $(filter-out -Werror,$(STRICT)) -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all $(INCLUDE) \
	  $(filter %.c,$^) -lm -o $@

build/c/%: tests/c/%.c $(wildcard tests/c/*.h) $(CHECKED)
	@mkdir -p build/c
	@$(CC) $(STRICT) $(SANITIZE) $(INCLUDE) -Itests/c $< $(CHECKED) -lm -o $@

$(DIST) &: build/core.wasm $(WEB) c/THIRD-PARTY.txt package-lock.json | node_modules
	node web/build.js

# The types of the package: the API's from its JSDoc, what it asks and answers and the element's as they stand, and
# what follows from the catalog and the schema of links.
dist/types/library.d.ts: build/core.wasm $(WEB) .tsconfig.json .tsconfig.types.json package-lock.json | node_modules
	@rm -rf dist/types
	@npx --no-install tsc -p .tsconfig.types.json
	@cp web/*.d.ts dist/types/
	@cp web/core/*.d.ts dist/types/core/
	@node web/types.js
