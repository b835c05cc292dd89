using System.Net;
using System.Net.Sockets;

namespace FirstContact.Sending;

/// <summary>A mail server as bad as a test wants it: it answers each line as told, or hangs up.</summary>
internal sealed class BadSmtp : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string?> _answer;
    private readonly List<string> _heard = [];

    /// <param name="answer">What is said to a line; the greeting to an empty one. Null hangs up; nothing at all is silence.</param>
    public BadSmtp(Func<string, string?> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = Listen();
    }

    public SmtpServer Server => new("127.0.0.1", ((IPEndPoint)_listener.LocalEndpoint).Port, SmtpTls.None, "desk.test") { Limits = new(TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500)) };

    public IReadOnlyList<string> Heard { get { lock (_heard) return [.. _heard]; } }

    /// <summary>One that behaves but for what is told here.</summary>
    public static BadSmtp But(string command, string? answer, string offers = "250-bad.test\r\n250 SIZE 1000000") => new(line =>
        line.StartsWith(command, StringComparison.Ordinal) && command.Length > 0 ? answer
        : line == "" ? command.Length == 0 ? answer : "220 bad.test" : line.StartsWith("EHLO", StringComparison.Ordinal) ? offers : line == "DATA" ? "354 go on" : line == "." ? "250 2.0.0 Ok" : line.Length > 3 && line[..4] is "MAIL" or "RCPT" or "RSET" or "QUIT" or "HELO" ? "250 Ok" : "");

    public void Dispose() => _listener.Dispose();

    private async Task Listen()
    {
        try
        {
            while (true) _ = Serve(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { /* The test is over. */ }
    }

    private async Task Serve(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
            var greeted = false;
            for (var line = ""; line is not null; line = await reader.ReadLineAsync())
            {
                lock (_heard) _heard.Add(line);
                // The empty line within a message is no line to answer.
                if (greeted && line == "") continue;
                greeted = true;
                var answer = _answer(line);
                if (answer is null) return;
                if (answer.Length > 0) await writer.WriteLineAsync(answer);
            }
        }
        catch (IOException) { /* The other side has gone. */ }
    }
}
