using System.Collections.Concurrent;
using FirstContact.Mail;
using FirstContact.Tickets;
using Microsoft.Extensions.Logging;

namespace FirstContact.Sending;

/// <summary>
/// Hands the letters that are due to the mail server, over a few connections that it keeps for the next ones. A letter that was sent twice, because a node died
/// between the server's answer and our own note of it, has the same Message-ID both times.
/// </summary>
public sealed class LetterSender(Database database, Journal.Desk desk, Bell bell, IClock clock, LetterMaker maker, SendingSettings settings, ILogger<LetterSender> log) : Carrier(database, bell, Topic, log)
{
    internal const string Topic = "letter";
    private const int AtOnce = 4, Batch = 50;
    private static readonly Call Itself = new(Caller.Desk, "letters");

    /// <summary>A connection that rests longer is closed; servers do the same after some minutes.</summary>
    private static readonly Duration Rests = Duration.FromSeconds(20), WhenDown = Duration.FromSeconds(5), LongestDown = Duration.FromMinutes(2);

    private readonly ConcurrentBag<(SmtpConnection Connection, Instant Since)> _open = [];
    private int _downs;
    private Instant _downUntil = Instant.MinValue;

    public override async Task StopAsync(CancellationToken stop)
    {
        await base.StopAsync(stop);
        await Close();
    }

    /// <summary>Ends the connections that wait for another letter.</summary>
    public async Task Close()
    {
        while (_open.TryTake(out var resting)) await resting.Connection.DisposeAsync();
    }

    protected override async Task<List<long>> Lanes()
    {
        var now = clock.GetCurrentInstant();
        if (now < _downUntil) return [];
        await using var read = await Database.Read();
        return await read.One("select 1 from letter where state in ('Waiting', 'Sending') and next_at <= @now limit 1", _ => true, ("@now", now)) ? [0] : [];
    }

    protected override async Task Carry(long lane)
    {
        if (settings.Server is null)
        {
            if (await Write(LetterRows.WithholdAll("No mail server was set.", clock.GetCurrentInstant()))) Bell.Ring([Topic]);
            return;
        }
        while (!Closing.IsCancellationRequested && clock.GetCurrentInstant() >= _downUntil)
        {
            var due = await DueLetter.All(Database, clock.GetCurrentInstant(), Batch);
            if (due.Count == 0) return;
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = _downs > 0 ? 1 : AtOnce, CancellationToken = Closing }, async (one, _) => await Send(one, settings.Server));
        }
    }

    private async Task Send(DueLetter due, SmtpServer server)
    {
        var now = clock.GetCurrentInstant();
        if (now < _downUntil) return;
        if (now - due.CreatedAt > LetterRows.Oldest)
        {
            await Write(LetterRows.Withhold(due, LetterState.GivenUp, "It waited so long that it is no news any more.", now));
            Ring(due);
            return;
        }
        if (await Make(due, now) is not { } made) return;
        if (made.Letter is not { } letter)
        {
            await Write(LetterRows.Withhold(due, LetterState.Withheld, made.Why!, now));
            Ring(due);
            return;
        }

        // Nobody else may try before this try must be over.
        var until = now + Duration.FromTimeSpan(server.Limits.Connect + server.Limits.Message * 2 + server.Limits.Answer * 4);
        List<Write> claim = [LetterRows.Claim(due, made.To!.Address, letter.Id, until)];
        if (due.Ticket is { } ticket) claim.Add(MailStore.Remembering(letter.Id, ticket, outgoing: true, now, due.Entry, made.IsInternal));
        if (made.Pass is { } pass) claim.Add(pass);
        if (!await Write(claim)) return;
        var attempt = due.Attempts + 1;
        try
        {
            var answer = await Hand(server, letter, made.To);
            _downs = 0;
            await Note(due, attempt, answer, made.To);
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            await Write(LetterRows.Release(due.Id, attempt, now, null));
        }
        catch (SmtpException e) when (e.Stage < SmtpStage.Message)
        {
            // The server is not there, or does not want us: the others need not find that out one by one.
            var pause = Duration.Min(WhenDown * Math.Pow(2, Math.Min(_downs++, 10)), LongestDown);
            _downUntil = clock.GetCurrentInstant() + pause;
            log.LogWarning("The mail server {Server} takes nothing just now: {Why}", server, e.Message);
            await Write(LetterRows.Release(due.Id, attempt, _downUntil, e.Message));
        }
        catch (SmtpException e)
        {
            await Later(due, attempt, e.Answer, e.Message);
        }
        catch (FormatException)
        {
            await Write(LetterRows.Made(due.Id, attempt, LetterState.Refused, null, "This is no address that mail can go to.", null, clock.GetCurrentInstant()));
        }
        Ring(due);
    }

    /// <summary>Null when it could not be made, which is a failed attempt like others and holds nobody else up.</summary>
    private async Task<Made?> Make(DueLetter due, Instant now)
    {
        try { return await maker.Make(due, now); }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "The letter {Letter} could not be made", due.Id);
            await Write(LetterRows.Withhold(due, LetterState.GivenUp, "The desk could not make it.", now));
            return null;
        }
    }

    private async Task<SmtpAnswer> Hand(SmtpServer server, Letter letter, MailAddress to)
    {
        var message = LetterWriter.Write(letter, settings.Dkim);
        var connection = await Connection(server);
        try
        {
            return await connection.Send(message, LetterWriter.Options(letter), LetterWriter.Box(to), Stop);
        }
        finally
        {
            if (connection.IsWell) _open.Add((connection, clock.GetCurrentInstant()));
            else await connection.DisposeAsync();
        }
    }

    private async Task<SmtpConnection> Connection(SmtpServer server)
    {
        while (_open.TryTake(out var resting))
        {
            if (clock.GetCurrentInstant() - resting.Since <= Rests && await resting.Connection.IsThere(Stop)) return resting.Connection;
            await resting.Connection.DisposeAsync();
        }
        return await SmtpConnection.Open(server, Stop);
    }

    private async Task Note(DueLetter due, int attempt, SmtpAnswer answer, MailAddress to)
    {
        var now = clock.GetCurrentInstant();
        if (answer.IsGood) await Write(LetterRows.Made(due.Id, attempt, LetterState.Sent, answer, null, null, now));
        else if (answer.IsTemporary) await Later(due, attempt, answer, answer.ToString());
        else
        {
            await Write(LetterRows.Made(due.Id, attempt, LetterState.Refused, answer, null, null, now));
            if (answer.IsNobody) await desk.Do(new StopAddress(to.Address, answer.ToString(), due.Id), Itself);
        }
    }

    private async Task Later(DueLetter due, int attempt, SmtpAnswer? answer, string why)
    {
        var now = clock.GetCurrentInstant();
        var next = DeliverySchedule.Pause(attempt - due.AttemptsBefore, Random.Shared.NextDouble()) is { } pause ? now + pause : (Instant?)null;
        await Write(LetterRows.Made(due.Id, attempt, next is null ? LetterState.GivenUp : LetterState.Waiting, answer, why, next, now));
    }

    private void Ring(DueLetter due)
    {
        if (due.Ticket is { } ticket) Bell.Ring([Topic, $"{Ticket.Subject}/{ticket.Value}"]);
        else Bell.Ring([Topic]);
    }
}
