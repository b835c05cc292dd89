using Microsoft.AspNetCore.Antiforgery;

namespace FirstContact.Kit;

/// <summary>What every answer carries, and what every form has to prove.</summary>
public static class Guard
{
    // Styles in attributes carry data values only (a hue, a width); nothing else is ever inline.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void UseGuard(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // PostgreSQL keeps no null character, and nobody types one.
        if (http.Request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true || http.Request.Path.Value?.Contains('\0', StringComparison.Ordinal) == true)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Failures.Answer(http);
        }
        return next(http);
    });

    /// <summary>Pages and forms: every POST has to come from a form of ours, whether its endpoint reads a field or not.</summary>
    public static RouteGroupBuilder MapPages(this IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            if (!await Form.CanRead(http)) return FormUnreadable.Page();
            if (!HttpMethods.IsGet(http.Request.Method) && !await http.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(http))
                return FormExpired.Page();
            if (PlainText.Wrong(http.Request) is { } unkeepable) return unkeepable.Page();
            http.Response.Headers.CacheControl = "no-cache, no-store";
            await http.RequestServices.GetRequiredService<FrameFiller>().Fill(http);
            return await next(context);
        });
        return pages;
    }

    private static readonly Error FormUnreadable = new(ErrorKind.Invalid, "form.unreadable", "This form cannot be read. Go back, and send it without what no keyboard types.");

    private static readonly Error FormExpired = new(ErrorKind.Conflict, "form.expired", "This form was made before you signed in, or by another site. Go back, load the page again, and send it once more.");
}
