namespace FirstContact.Mail;

/// <param name="Unknown">What is done with senders whom nobody knows: take, hold or refuse.</param>
/// <param name="Unit">The business unit of who becomes a customer by it, by name or id.</param>
public sealed record DomainBody(string? Domain, Unknown? Unknown = null, string? Unit = null);

/// <param name="Unknown">For whose domain there is no rule.</param>
/// <param name="Invited">Whoever has a message of the desk, or a reply address of a ticket, may join it.</param>
/// <param name="PerHour">So many messages of one sender are taken in within an hour.</param>
/// <param name="TrustedServers">As they call themselves in Authentication-Results.</param>
public sealed record MailRulesBody(Unknown? Unknown, DomainBody[]? Domains, bool? Invited, int? PerHour, string[]? TrustedServers);

public sealed record DomainJson(string Domain, Unknown Unknown, Named<UnitId>? Unit);

public sealed record MailRulesJson(int Version, Unknown Unknown, IReadOnlyList<DomainJson> Domains, bool Invited, int PerHour, IReadOnlyList<string> TrustedServers)
{
    internal static MailRulesJson Of(MailRules r) => new(r.Version, r.Values.Unknown, [.. r.Values.Domains.Select(d => new DomainJson(d.Domain, d.Unknown, d.Unit))], r.Values.Invited, r.Values.PerHour, r.Values.TrustedServers);
}

public sealed record BlockedBody(string? Sender, string? Why = null);

public sealed record BlockedJson(string Sender, string? Why);

/// <summary>The rules of mail and the senders that are not heard, for programs.</summary>
internal static class MailRulesApi
{
    public static void Map(IEndpointRouteBuilder mail)
    {
        mail.MapGet("/mail-rules", async (WebCall call, Desk desk, HttpResponse http) => (await desk.Ask(new ShowMailRules(), call.Caller)).Is(out var now, out var no) ? http.Tagged(now.Version, MailRulesJson.Of(now)) : no.Problem())
            .WithSummary("What holds for mail that comes in").Produces<MailRulesJson>();
        mail.MapPut("/mail-rules", async (Body<MailRulesBody> body, WebCall call, Desk desk, HttpResponse http) => (await desk.Do(Read(body.Value), call.Call)).Is(out var now, out var no) ? http.Tagged(now.Version, MailRulesJson.Of(now)) : no.Problem())
            .WithSummary("Say what holds for mail that comes in").Produces<MailRulesJson>();
        mail.MapGet("/blocked-senders", async (WebCall call, Desk desk, HttpContext http) => (await desk.Ask(new ShowMailRules(), call.Caller)).Is(out var now, out var no) ? http.Listed(Blocked(now), null) : no.Problem())
            .WithSummary("Senders whose mail is not taken in").Produces<Listing<BlockedJson>>();
        mail.MapPost("/blocked-senders", async (Body<BlockedBody> body, WebCall call, Desk desk, HttpContext http) => (await desk.Do(new BlockSender(body.Value.Sender, body.Value.Why), call.Call)).Is(out var now, out var no) ? http.Listed(Blocked(now), null) : no.Problem())
            .WithSummary("Take in no mail of an address or a domain any more").Produces<Listing<BlockedJson>>();
        mail.MapDelete("/blocked-senders/{sender}", async (string sender, WebCall call, Desk desk) => (await desk.Do(new UnblockSender(sender), call.Call)).Error is { } no ? (IResult)no.Problem() : TypedResults.NoContent())
            .WithSummary("Take in mail of this sender again").Produces(204);
    }

    private static ChangeMailRules Read(MailRulesBody b) => new(
        b.Unknown ?? Unknown.Take, [.. (b.Domains ?? []).Select(d => new DomainLine(d.Domain ?? "", d.Unknown ?? Unknown.Take, d.Unit))], b.Invited ?? true, b.PerHour ?? MailRules.Usual.Values.PerHour, [.. b.TrustedServers ?? []]);

    private static IReadOnlyList<BlockedJson> Blocked(MailRules rules) => [.. rules.Blocked.Select(b => new BlockedJson(b.Sender, b.Why))];
}
