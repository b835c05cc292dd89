using System.CommandLine;
using FirstContact.Mail;

namespace FirstContact.Verbs;

/// <summary>
/// <c>firstcontact mail</c>: stores one raw message, for a mail server's pipe. It ends with the words of sysexits.h: a server that is told 75 keeps the message
/// and tries again, so that whatever is the matter here loses no mail.
/// </summary>
public static class MailVerb
{
    public const int Refused = 65, TryAgain = 75;

    public static Command Command
    {
        get
        {
            var file = new Argument<string>("file") { Description = "The message, as it is; - or nothing reads standard input.", Arity = ArgumentArity.ZeroOrOne };
            var recipient = new Option<string?>("--recipient") { Description = "To whom the mail server delivers it, when it says so." };
            var mail = new Command("mail", "Stores one raw message; the server takes it in. Ends with 0 stored, 75 try again, 65 refused.") { file, recipient };
            mail.SetAction((asked, stop) => Store(asked.GetValue(file), asked.GetValue(recipient), stop));
            return mail;
        }
    }

    private static async Task<int> Store(string? file, string? recipient, CancellationToken stop)
    {
        try
        {
            var raw = await Read(file, stop);
            await using var host = DeskHost.Of(Settings.Read());
            // A mail server may hand none of its environment on. A desk that nobody serves would swallow what is put into it.
            if (!await host.Database.IsDesk())
            {
                await Console.Error.WriteLineAsync("There is no desk in this database. Set FIRSTCONTACT_DATABASE for the mail server's pipe, or Database in appsettings.json beside the program.");
                return TryAgain;
            }
            await host.Database.Migrate();
            var kept = await host.Get<Desk>().Do(new KeepMail(raw, MailVia.Pipe, null, recipient), new(Caller.Desk, "pipe"), stop);
            if (kept.Error is not { } no) return FirstContactVerbs.Done;
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, no.All.Select(e => e.Message)));
            return no.Kind == ErrorKind.Invalid ? Refused : TryAgain;
        }
        catch (Exception e)
        {
            // Nothing is known to be stored: whoever hands in keeps it.
            await Console.Error.WriteLineAsync(e.Message);
            return TryAgain;
        }
    }

    private static async Task<ReadOnlyMemory<byte>> Read(string? file, CancellationToken stop)
    {
        await using var from = file is null or "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        return await RawMessage.Read(from, MailLimits.Usual.Largest, stop);
    }
}
