namespace FirstContact.Kit;

public static class Api
{
    /// <summary>Everything for programs: a token (or a signed-in browser reading), JSON, problems.</summary>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization();
        api.AddEndpointFilter<BodyFilter>();
        api.AddEndpointFilter(TokensWrite);
        return api;
    }

    /// <summary>A browser's cookie may read here but not write: another site could make it send a request, and there is no form token.</summary>
    private static ValueTask<object?> TokensWrite(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        return HttpMethods.IsGet(http.Request.Method) || http.Features.Get<KnownCaller>() is { Kind: SessionKind.Token }
            ? next(context)
            : new(NeedsToken.Problem());
    }

    private static readonly Error NeedsToken = new(ErrorKind.Forbidden, "token-needed", "Send a token: Authorization: Bearer …");
}
