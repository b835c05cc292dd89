using System.Net;
using System.Text.RegularExpressions;

namespace FirstContact;

/// <summary>What a browser without scripts does with a page and its forms.</summary>
public sealed partial class Browser
{
    public async Task<Screen> Open(string path) => await Screen.Of(await Get(path));

    /// <summary>Sends what the form at this address of the page holds, but for what is typed anew.</summary>
    public async Task<Screen> Send(Screen page, string action, params (string Name, string Value)[] typed) =>
        await Send(action, page.Form(action).Where(f => typed.All(t => t.Name != f.Name)).Concat(typed));

    public async Task<Screen> Send(string action, IEnumerable<(string Name, string Value)> fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await Screen.Of(await http.PostAsync(new Uri(action, UriKind.Relative), content));
    }
}

/// <summary>A page as it came back.</summary>
public sealed partial record Screen(HttpStatusCode Status, string? Location, string Html)
{
    /// <summary>Without tags, as one reads it.</summary>
    public string Text => WebUtility.HtmlDecode(Blanks().Replace(Tag().Replace(Html, " "), " "));

    public static async Task<Screen> Of(HttpResponseMessage answer) => new(answer.StatusCode, answer.Headers.Location?.ToString(), await answer.Content.ReadAsStringAsync());

    /// <summary>What a browser would send for the form with this address.</summary>
    public List<(string Name, string Value)> Form(string action)
    {
        var form = Forms().Matches(Html).Select(m => m.Value).FirstOrDefault(f => f.Contains($"action=\"{action}\"", StringComparison.Ordinal));
        Assert.True(form is not null, $"There is no form for {action} in: {Text}");
        return [.. from field in Fields().Matches(form) let value = Value(field.Value) where value is not null select (Attribute(field.Value, "name")!, value)];
    }

    public bool HasForm(string action) => Html.Contains($"action=\"{action}\"", StringComparison.Ordinal);

    /// <summary>The message that stands at a field, as its describedby says.</summary>
    public string? Wrong(string field) => Regex.Match(Html, $"id=\"{Regex.Escape(field)}-e\">(.*?)</div>", RegexOptions.Singleline) is { Success: true } m ? WebUtility.HtmlDecode(Tag().Replace(m.Groups[1].Value, "")).Trim() : null;

    private static string? Value(string field)
    {
        if (Attribute(field, "name") is null) return null;
        if (field.StartsWith("<select", StringComparison.Ordinal))
            return Options().Matches(field).Select(o => o.Value).OrderByDescending(o => o.Contains(" selected", StringComparison.Ordinal)).Select(o => Attribute(o, "value")).FirstOrDefault() ?? "";
        if (field.StartsWith("<textarea", StringComparison.Ordinal)) return WebUtility.HtmlDecode(Tag().Replace(field, "")).TrimStart('\n');
        if (field.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !field.Contains(" checked", StringComparison.Ordinal)) return null;
        return Attribute(field, "value") ?? "";
    }

    private static string? Attribute(string tag, string name) => Regex.Match(tag, $" {name}=\"([^\"]*)\"") is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<(select|textarea).*?</\\1>|<input[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Fields();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Options();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
