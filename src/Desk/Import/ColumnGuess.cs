namespace FirstContact.Import;

/// <summary>Which of our fields each column most likely is. It only proposes: a mapping says otherwise, and people see it before anything happens.</summary>
public static class ColumnGuess
{
    /// <summary>The field of each column, null for those that stay out.</summary>
    public static string?[] Of(ImportKind kind, IReadOnlyList<string> headers, IReadOnlyCollection<int>? settled = null, IReadOnlyCollection<string>? taken = null, IReadOnlyList<ImportField>? fields = null)
    {
        var guessed = new string?[headers.Count];
        var plain = headers.Select(Plain).ToList();
        foreach (var field in (fields ?? ImportField.Of(kind)).Where(f => taken?.Contains(f.Name) != true))
        {
            foreach (var name in field.AlsoCalled.Prepend(Plain(field.Name)))
            {
                var at = Enumerable.Range(0, headers.Count).FirstOrDefault(i => guessed[i] is null && settled?.Contains(i) != true && plain[i] == name, -1);
                if (at < 0) continue;
                guessed[at] = field.Name;
                break;
            }
        }
        return guessed;
    }

    internal static string Plain(string header) => string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
