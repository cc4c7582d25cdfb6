"""The role matrix: who may open which page and call which method, written by hand and tried one by one."""
