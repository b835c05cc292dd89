using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace FirstContact.Mailboxes;

/// <summary>Gets tokens of OAuth 2 (RFC 6749) and keeps each until shortly before it ends; in memory only.</summary>
public sealed class TokenEndpoint(Database database, MailboxSecrets secrets, IClock clock) : IDisposable
{
    private const int LargestAnswer = 64 * 1024;
    private static readonly Duration Early = Duration.FromMinutes(5), UsualLife = Duration.FromHours(1);

    private readonly ConcurrentDictionary<MailboxId, (string Token, Instant Until, int Version)> _tokens = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(2) })
    {
        Timeout = TimeSpan.FromSeconds(30), MaxResponseContentBufferSize = LargestAnswer,
    };

    public void Dispose() => _http.Dispose();

    /// <summary>The server did not believe it: the next one is a new one.</summary>
    public void Forget(MailboxId mailbox) => _tokens.TryRemove(mailbox, out _);

    /// <exception cref="ImapException">None is to be had.</exception>
    internal async Task<string> Token(MailboxRow row, IReadOnlyList<SealedSecret> sealedOnes, CancellationToken stop)
    {
        if (_tokens.TryGetValue(row.Id, out var known) && known.Version == row.Version && clock.GetCurrentInstant() < known.Until) return known.Token;
        var oauth = row.Details.OAuth ?? throw new ImapException("It has no token endpoint.", refused: true);
        var form = new Dictionary<string, string> { ["client_id"] = oauth.ClientId };
        if (oauth.Scope is { } scope) form["scope"] = scope;
        if (Plain(MailboxSecret.ClientSecret) is { } secret) form["client_secret"] = secret;
        // With a refresh token on behalf of the mailbox (section 6), and else on the desk's own (section 4.4).
        form["grant_type"] = Plain(MailboxSecret.RefreshToken) is not null ? "refresh_token" : "client_credentials";
        if (form["grant_type"] == "refresh_token") form["refresh_token"] = Plain(MailboxSecret.RefreshToken)!;

        var answer = await Ask(oauth.TokenUrl, form, stop);
        if (Text(answer, "access_token") is not { Length: > 0 } token) throw new ImapException("The token endpoint gave no token.");
        var life = answer.TryGetProperty("expires_in", out var seconds) && double.TryParse(seconds.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var s) && s is > 0 and < 1e8 ? Duration.FromSeconds(s) : UsualLife;
        // Some give a new refresh token each time, and the old one is good no more: it is kept before anything else is done.
        if (Text(answer, "refresh_token") is { Length: > 0 } next && next != Plain(MailboxSecret.RefreshToken)) await Keep(row.Id, next, stop);
        _tokens[row.Id] = (token, clock.GetCurrentInstant() + Duration.Max(life - Early, life / 2), row.Version);
        return token;

        string? Plain(MailboxSecret kind) => sealedOnes.FirstOrDefault(x => x.Kind == kind) is { } one ? secrets.Open(one) : null;
    }

    private async Task Keep(MailboxId mailbox, string refresh, CancellationToken stop)
    {
        while (await database.Commit([MailboxStore.Keeping(mailbox, secrets.Seal(MailboxSecret.RefreshToken, refresh))], stop) == Outcome.Busy) await Task.Delay(100, stop);
    }

    private async Task<JsonElement> Ask(string url, Dictionary<string, string> form, CancellationToken stop)
    {
        try
        {
            using var content = new FormUrlEncodedContent(form);
            using var answer = await _http.PostAsync(new Uri(url), content, stop);
            var text = await answer.Content.ReadAsStringAsync(stop);
            var json = JsonDocument.Parse(text).RootElement;
            if (answer.IsSuccessStatusCode && json.ValueKind == JsonValueKind.Object) return json;
            var why = json.ValueKind == JsonValueKind.Object ? Text(json, "error_description") ?? Text(json, "error") : null;
            throw new ImapException(string.Create(CultureInfo.InvariantCulture, $"The token endpoint answered {(int)answer.StatusCode}: {ImapException.Short(why ?? "")}"), refused: (int)answer.StatusCode is >= 400 and < 500 and not 429);
        }
        catch (Exception e) when (e is HttpRequestException or JsonException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new ImapException($"The token endpoint could not be asked: {(e is JsonException ? "its answer is no JSON" : e is OperationCanceledException ? "it did not answer" : ImapException.Short(e.Message))}.", because: e);
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
