"""Settings that would be dangerous are refused with a sentence."""

import os
import subprocess
import sys


def start(**environment):
    command = [sys.executable, "manage.py", "check"]
    return subprocess.run(command, env=os.environ | environment, capture_output=True, text=True)


def test_the_demo_key_serves_this_machine_only():
    refused = start(ALLOWED_HOSTS="plany.example.cz")
    assert refused.returncode != 0
    assert "potřebuje vlastní klíč" in refused.stderr


def test_an_own_key_serves_anybody():
    assert start(ALLOWED_HOSTS="plany.example.cz", SECRET_KEY="vlastní").returncode == 0
