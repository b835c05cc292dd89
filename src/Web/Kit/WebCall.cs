namespace FirstContact.Kit;

/// <summary>The call that an HTTP request makes: its caller, If-Match and Idempotency-Key.</summary>
public sealed record WebCall(Call Call, KnownCaller Known)
{
    public Caller Caller => Call.Caller;

    /// <summary>The same call by a form that says which version it was shown.</summary>
    public Call Of(Form form) => Call with { Expects = form.Version, Key = form["once"] ?? Call.Key };

    public static ValueTask<WebCall?> BindAsync(HttpContext http)
    {
        var known = http.Features.Get<KnownCaller>() ?? throw new InvalidOperationException("This endpoint lets in people without a caller.");
        var cause = http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? "api" : "page";
        var key = http.Request.Headers["Idempotency-Key"].ToString();
        return new(new WebCall(new Call(known.Caller, cause, Expected(http.Request), key.Length > 0 ? key : null), known));
    }

    /// <summary>If-Match names a version as its ETag; one that is no number cannot be the present one.</summary>
    private static int? Expected(HttpRequest request)
    {
        var tag = request.Headers.IfMatch.ToString();
        if (tag is "" or "*") return null;
        return int.TryParse(tag.Replace("W/", "", StringComparison.Ordinal).Trim('"'), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : -1;
    }
}
