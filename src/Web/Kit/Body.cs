using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace FirstContact.Kit;

/// <summary>
/// The JSON that came with a request. What cannot be read is an <see cref="Error"/> at its field, like everything else that is
/// wrong with a request; the endpoint never sees it (<see cref="BodyFilter"/>).
/// </summary>
public sealed class Body<T>(T value, Error? wrong) : IBody, IEndpointParameterMetadataProvider where T : class
{
    public T Value => value;

    Error? IBody.Wrong => wrong;

    public static async ValueTask<Body<T>?> BindAsync(HttpContext http)
    {
        if (http.Request.ContentLength is 0 || (http.Request.ContentLength is null && !http.Request.HasJsonContentType())) return Read("{}"u8);
        if (!http.Request.HasJsonContentType()) return new(null!, BodyErrors.NotJson);
        using var copy = new MemoryStream();
        await http.Request.Body.CopyToAsync(copy, http.RequestAborted);
        return Read(copy.Length == 0 ? "{}"u8 : copy.GetBuffer().AsSpan(0, (int)copy.Length));
    }

    private static Body<T> Read(ReadOnlySpan<byte> json)
    {
        try
        {
            if (PlainText.Wrong(json) is { } no) return new(null!, no);
            return JsonSerializer.Deserialize<T>(json, ApiJson.Options) is { } value ? new(value, null) : new(null!, BodyErrors.Unreadable);
        }
        catch (JsonException e)
        {
            var field = e.Path?.TrimStart('$', '.').Split('[')[0];
            return new(null!, string.IsNullOrEmpty(field) ? BodyErrors.Unreadable : BodyErrors.FieldUnreadable.At(field));
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T)));
}

/// <summary>For what takes nothing: an empty object.</summary>
public sealed record NothingBody;

internal interface IBody
{
    Error? Wrong { get; }
}

public static class BodyErrors
{
    public static readonly Error NotJson = new(ErrorKind.Invalid, "body.not-json", "Send JSON, as application/json.");
    public static readonly Error Unreadable = new(ErrorKind.Invalid, "body.unreadable", "This is not the JSON that is expected here.");
    public static readonly Error NullCharacter = new(ErrorKind.Invalid, "body.null-character", "A text cannot hold a null character.");
    public static readonly Error FieldUnreadable = new(ErrorKind.Invalid, "body.field-unreadable", "This value is not one that can stand here.");
}

/// <summary>Refuses a body that could not be read before the endpoint runs.</summary>
internal sealed class BodyFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        context.Arguments.OfType<IBody>().FirstOrDefault(b => b.Wrong is not null) is { Wrong: { } no } ? new(no.Problem()) : next(context);
}
