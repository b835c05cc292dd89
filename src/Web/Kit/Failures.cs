using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Routing;

namespace FirstContact.Kit;

/// <summary>What is said when no endpoint did: a page to people, a problem to programs, and never the inside of the program.</summary>
public static class Failures
{
    private static readonly Dictionary<int, Error> Words = new()
    {
        [400] = new(ErrorKind.Invalid, "bad-request", "This request cannot be read."),
        [401] = new(ErrorKind.Forbidden, "not-signed-in", "Sign in, or send a token."),
        [403] = Errors.Forbidden,
        [404] = new(ErrorKind.Missing, "not-found", "There is nothing at this address, or you may not see it."),
        [405] = new(ErrorKind.Conflict, "method-not-allowed", "This cannot be done here."),
        [413] = new(ErrorKind.Invalid, "too-large", "This is more than the desk takes at once."),
        [415] = new(ErrorKind.Invalid, "media-type", "This does not take such content. /api says what it takes: mostly JSON, as application/json."),
        [503] = Errors.Busy,
        [429] = new(ErrorKind.Busy, "too-many", "These were too many tries. Wait a moment."),
    };

    private static readonly Error Broken = new(ErrorKind.Busy, "broken", "Something broke on our side. It has been written to the log; what you typed is still in your browser: go back and try again.");

    public static Task Answer(StatusCodeContext context) => Answer(context.HttpContext);

    public static async Task Answer(HttpContext http)
    {
        var thrown = http.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (thrown is BadHttpRequestException bad) http.Response.StatusCode = bad.StatusCode;
        if (thrown is BusyException) http.Response.StatusCode = Errors.Busy.Status();
        var status = http.Response.StatusCode;
        var error = Words.GetValueOrDefault(status, Broken);
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || !http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal))
        {
            await TypedResults.Problem(title: error.Message, statusCode: status, type: $"urn:firstcontact:error:{error.Code}", extensions: new Dictionary<string, object?> { ["code"] = error.Code }).ExecuteAsync(http);
            return;
        }
        http.RequestServices.GetRequiredService<Frame>().Theme = http.Request.Cookies["theme"] is "light" or "dark" ? http.Request.Cookies["theme"] : null;
        await Show.Page<RefusalPage, Refusal>(new(status, error.Message), status).ExecuteAsync(http);
    }
}
