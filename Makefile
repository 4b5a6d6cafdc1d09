# Thin on purpose: the work is in packaging/develop.py, which Windows uses too.
PYTHON ?= python3
OUT ?= demo-out
REQUESTS ?= 100
SEED ?= 1
develop = $(PYTHON) packaging/develop.py

.PHONY: setup run demo test check coverage screenshots faults bench lock installer-windows smoke-wine test-print
setup:
	@$(develop) setup
run:
	@$(develop) run
demo:
	@$(develop) demo "$(OUT)" --requests $(REQUESTS) --seed $(SEED)
test:
	@$(develop) test
check:
	@$(develop) check
coverage:
	@$(develop) coverage
screenshots:
	@$(develop) screenshots
faults:
	@$(develop) faults
bench:
	@$(develop) bench
lock:
	@$(develop) lock
installer-windows:
	@$(develop) installer-windows $(if $(FAST),--fast)
smoke-wine:
	@$(develop) smoke-wine
test-print:
	@$(develop) test-print
