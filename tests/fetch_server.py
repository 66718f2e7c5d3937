# SPDX-License-Identifier: ISC
"""fetch_server.py FOLDER [CERTIFICATE]: a server on this machine that goes wrong in every way.

Writes its port to FOLDER/port and what was asked to FOLDER/asked.  /WAY/LANGUAGE/SYMBOL: how it answers;
/file/en/CFW/COP/2024/23 gives FOLDER/en-23.bin, as it is, and so does /doc/…; /late/… when there
is a FOLDER/let-go.
"""
import http.server
import os
import ssl
import sys
import threading
import time

folder = sys.argv[1]


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def body(self, body, kind="application/pdf", status=200):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def go_to(self, where):
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def file(self, language, symbol):
        path = os.path.join(folder, "%s-%s.bin" % (language, symbol.rsplit("/", 1)[-1]))
        if not os.path.exists(path):
            return None
        with open(path, "rb") as file:
            return file.read()

    def stream(self, length, pause=0.0, chunk=1 << 16):
        self.send_response(200)
        self.send_header("Content-Type", "application/pdf")
        if length:
            self.send_header("Content-Length", str(length))
        self.send_header("Connection", "close")
        self.end_headers()
        sent = 0
        while sent < 1 << 30:
            self.wfile.write(b"%PDF-1.4\n".ljust(chunk))
            sent += chunk
            with open(os.path.join(folder, "sent"), "w") as file:
                file.write(str(sent))
            time.sleep(pause)
        self.close_connection = True

    def do_GET(self):
        with open(os.path.join(folder, "asked"), "a") as file:
            file.write(self.path + "\n")
        try:
            self.answer(*self.path.split("/", 3)[1:])
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, way, language="", symbol=""):
        file = self.file(language, symbol)
        if way in ("file", "doc") and file:
            self.body(file)
        elif way == "redirect":
            self.go_to("/redirect2/%s/%s" % (language, symbol))
        elif way == "redirect2":
            self.go_to("/file/%s/%s" % (language, symbol))
        elif way == "circle":
            self.go_to("/circle/%s/%s" % (language, symbol))
        elif way == "elsewhere":
            self.go_to("file:///etc/passwd")
        elif way == "empty":
            self.body(b"")
        elif way == "page":
            self.body(b"<!DOCTYPE html><html><head><title>Error</title></head><body><h1>Sorry</h1>"
                      b"<p>The document CFW/COP/2024/22 could not be found.</p></body></html>", "text/html")
        elif way == "long-page":
            self.body(b"<!DOCTYPE html><html><head><title>Search</title></head><body>" +
                      b"<p>The document system has moved, and this page says so at length.</p>" * 40 +
                      b"</body></html>", "application/pdf")
        elif way == "picture":
            self.body(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8)
        elif way == "word":
            self.body(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2048))
        elif way == "json":
            self.body(b'{"error": "no such symbol"}\n', "application/json")
        elif way == "damaged":
            self.body(b"%PDF-1.4\n" + bytes(4096) + b"\n%%EOF\n")
        elif way == "headless":
            self.body(file[:len(file) // 2])
        elif way == "busy":
            self.body(b"later", "text/plain", 503)
        elif way == "late":
            while not os.path.exists(os.path.join(folder, "let-go")):
                time.sleep(0.05)
            self.body(file or b"")
        elif way == "slow":
            time.sleep(20)
            self.close_connection = True
        elif way == "drip":
            self.stream(5000, 1.0, 10)
        elif way == "cut":
            self.send_response(200)
            self.send_header("Content-Length", "100000")
            self.end_headers()
            self.wfile.write(b"%PDF-1.4\n")
            self.wfile.flush()
            self.close_connection = True
        elif way == "silent":
            self.close_connection = True
        elif way == "huge":
            self.stream(1 << 30)
        elif way == "endless":
            self.stream(None)
        else:
            self.body(b"Not found", "text/plain", 404)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args):
        pass


server = Server(("127.0.0.1", 0), Answer)
if len(sys.argv) > 2:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2])
    server.socket = context.wrap_socket(server.socket, server_side=True)
with open(os.path.join(folder, "port.new"), "w") as port_file:
    port_file.write(str(server.server_address[1]))
os.rename(os.path.join(folder, "port.new"), os.path.join(folder, "port"))
# Whoever started it may be killed: it does not stay behind.
threading.Timer(300, os._exit, [0]).start()
server.serve_forever()
