"""Servers for the lab: nginx with a LibreSpeed-like set of paths, and the embedded target."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.lab.namespaces import NamespaceLab

_FILE_BYTES = 100 * 1024 * 1024
_NGINX = """
user root;
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  sendfile on;
  tcp_nodelay on;
  keepalive_timeout 75s;
  client_max_body_size 0;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen {address}:80;
    location = /garbage.php {{ alias {folder}/garbage; }}
    location = /empty.php {{ return 200 ""; }}
  }}
}}
"""
_TARGET = """
import sys
from workspace_assistant.adapters.network.target import EmbeddedTarget
with EmbeddedTarget(sys.argv[1], 8080) as target:
    print("ready", flush=True)
    sys.stdin.read()
"""


def nginx_missing() -> str:
    return "" if shutil.which("nginx") else "not installed: nginx"


def start_nginx(lab: NamespaceLab, folder: Path) -> str:
    """Start it on the lab's server; returns its base URL."""
    with (folder / "garbage").open("wb") as garbage:
        garbage.truncate(_FILE_BYTES)
    configuration = folder / "nginx.conf"
    configuration.write_text(_NGINX.format(folder=folder, address=lab.server_address))
    lab.start("server", ["nginx", "-e", f"{folder}/error.log", "-c", str(configuration)])
    lab.wait_for_port(80)
    return f"http://{lab.server_address}"


def start_target(lab: NamespaceLab) -> str:
    """Start the embedded target on the lab's server; returns its base URL."""
    child = lab.start("server", [sys.executable, "-c", _TARGET, lab.server_address])
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    return f"http://{lab.server_address}:8080"
