using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace FirstContact.Kit;

/// <summary>The style sheet, script, fonts and icons, carried inside the program. Their names change with their content, so a browser keeps them for ever.</summary>
public static class Assets
{
    const string Prefix = "assets/";

    static readonly FrozenDictionary<string, byte[]> Files = Load();

    static readonly FrozenDictionary<string, string> Urls =
        JsonSerializer.Deserialize<Dictionary<string, string>>(Files["assets.json"])!.ToFrozenDictionary(pair => pair.Key, pair => "/assets/" + pair.Value);

    /// <summary>The address of an asset by its plain name: <c>Url("app.css")</c> is <c>/assets/app-1A2B3C4D.css</c>.</summary>
    public static string Url(string name) =>
        Urls.TryGetValue(name, out var url) ? url : throw new ArgumentException($"No asset '{name}'; there are {string.Join(", ", Urls.Keys.Order())}.", nameof(name));

    /// <summary>The bytes of an asset by its plain name.</summary>
    public static ReadOnlyMemory<byte> Read(string name) => Files[Url(name)["/assets/".Length..]];

    /// <summary>Serves all assets under <c>/assets/</c>, to anyone.</summary>
    public static IEndpointConventionBuilder MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{name}", [HttpMethods.Get, HttpMethods.Head], Serve).AllowAnonymous().ExcludeFromDescription();

    static Results<FileContentHttpResult, NotFound> Serve(string name, HttpRequest request, HttpResponse response)
    {
        if (TypeOf(name) is not { } type || !Files.TryGetValue(name, out var content)) return TypedResults.NotFound();
        var tag = name;
        if (Files.ContainsKey(name + ".br"))
        {
            response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (Packing(request) is { } packing)
            {
                tag = name + packing.Suffix;
                content = Files[tag];
                response.Headers.ContentEncoding = packing.Name;
            }
        }
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{tag}\""));
    }

    /// <summary>The smallest packing that the browser takes.</summary>
    static (string Name, string Suffix)? Packing(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().AcceptEncoding;
        bool Takes(string name) => accepted.Any(one => one.Quality != 0 && one.Value.Equals(name, StringComparison.OrdinalIgnoreCase));
        return Takes("br") ? ("br", ".br") : Takes("gzip") ? ("gzip", ".gz") : null;
    }

    static string? TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        _ => null,
    };

    static FrozenDictionary<string, byte[]> Load()
    {
        var assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        });
    }
}
