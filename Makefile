# SPDX-License-Identifier: Apache-2.0
#
#   make demo      classify the photographs of Examples/images with EfficientNet-Lite0 in 8 bits, which
#                  is in Examples/models; make demo MODEL=.cache/models/efficientnet-lite0.onnx
#                  downloads the weights and takes the model in float32
#   make test      build everything, run all tests and the ONNX suite
#   make check     what CI runs: formatting, import rules, tests, object code, examples
#   make bench     kernels, layers, ten networks beside other engines, accuracy: tables and charts
#                  in docs/results; BENCH="network --models resnet50 --threads 1" runs a part
#   make fuzz      20,000 mutated models and 2,000 images under AddressSanitizer
#   make install   infer and its shell completions, to PREFIX (default /usr/local)
#
# The system packages that are missing are installed first, where apt-get is there.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
INFER := .build/release/infer
FLOAT_MODEL := .cache/models/efficientnet-lite0.onnx
MODEL := Examples/models/efficientnet-lite0-int8.onnx
PEERS := .peers/bin/python
# What of Benchmarks/bench.py to run, with its options; empty for everything.
BENCH ?=

.DEFAULT_GOAL := build
.PHONY: setup setup-python build demo test bench check fuzz install clean

setup:
	@.ci/setup.sh

setup-python:
	@.ci/setup.sh --python

build: setup
	swift build -c release --product infer

$(FLOAT_MODEL): | setup-python
	python3 Examples/models/make_efficientnet_lite0.py $@

demo: build $(MODEL)
	$(INFER) $(MODEL) Examples/images/*.jpg Examples/images/*.png \
	  --labels Examples/labels/imagenet.txt

test: setup setup-python
	@.ci/test.sh

bench: build
	swift build -c release --product EngineBenchmark
	Benchmarks/peers/setup.sh
	$(PEERS) Benchmarks/peers/make_models.py --missing
	$(PEERS) Benchmarks/bench.py $(BENCH)

check:
	@.ci/run

fuzz: setup
	@Fuzz/mutations.sh

install: build
	install -d $(DESTDIR)$(PREFIX)/bin \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(INFER) $(DESTDIR)$(PREFIX)/bin/infer
	$(INFER) --generate-completion-script bash \
	  > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/infer
	$(INFER) --generate-completion-script zsh \
	  > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_infer
	$(INFER) --generate-completion-script fish \
	  > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/infer.fish

clean:
	rm -rf .build Examples/embedding/.build
