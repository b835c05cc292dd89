namespace FirstContact.Kit;

/// <summary>The one place where an expected no becomes HTTP: a problem (RFC 9457) for programs, a page for people.</summary>
public static class Refusals
{
    public static int Status(this Error no) => no.Kind switch
    {
        ErrorKind.Invalid => 422,
        ErrorKind.Forbidden => 403,
        ErrorKind.Missing => 404,
        ErrorKind.Stale => 412,
        ErrorKind.Busy => 503,
        _ => 409,
    };

    public static ProblemHttpResult Problem(this Error no)
    {
        var fields = no.All.Where(e => e.Field is not null).GroupBy(e => e.Field!).ToDictionary(g => g.Key, g => g.Select(e => e.Message).ToArray());
        return TypedResults.Problem(
            title: no.Message, statusCode: no.Status(), type: $"urn:firstcontact:error:{no.Code}",
            extensions: new Dictionary<string, object?> { ["code"] = no.Code, ["errors"] = fields.Count == 0 ? null : fields });
    }

    /// <summary>A whole page that says no, where there is no form to say it at.</summary>
    public static IResult Page(this Error no) => Show.Page<RefusalPage, Refusal>(new(no.Status(), no.Message), no.Status());
}

public sealed record Refusal(int Status, string Message);
