"""Whether a message on standard input is signed well (dkimpy), by the record in the first argument. Prints true or false."""
import sys, dkim

message = sys.stdin.buffer.read()
record = sys.argv[1].encode()
print(str(dkim.verify(message, dnsfunc=lambda name, timeout=5: record)).lower())
