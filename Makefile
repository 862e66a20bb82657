# Everything is done by packaging/bootstrap.py, which needs python3 and nothing else.
#   make run      open the window on the sample database; installs what is missing first
#   make test     lint, types, import rules, tests            make test ARGS="-k words"
#   make bench    the measured figures (BENCH_JSON=file keeps them)
#   make soak     the tests with the full counts of every loop
#   make lock     write packaging/requirements anew           make lock ARGS=--upgrade
#   make plugin-index   write the index of the plugins that come with Lapwing anew
#   make clean    remove everything that was made here
# Another Python: make run PYTHON=python3.12

PYTHON ?= python3
ARGS ?=

.PHONY: run test bench soak lock plugin-index clean
run test bench soak lock plugin-index clean:
	@exec $(PYTHON) -ES packaging/bootstrap.py $@ $(ARGS)
