namespace FirstContact.Kernel;

/// <summary>A number as people write it. Two are one when they end alike: one is written with the country, the other without.</summary>
public static class PhoneNumber
{
    public const int Longest = 40;
    private const int Shortest = 3, MostDigits = 20, Telling = 9;

    public static bool IsOne(string? text) => text is { Length: <= Longest } && text.Count(char.IsAsciiDigit) is >= Shortest and <= MostDigits && text.All(c => char.IsAsciiDigit(c) || " +-/().".Contains(c, StringComparison.Ordinal));

    /// <summary>Its last digits, by which it is known again; null for what is none.</summary>
    public static string? Tail(string? text)
    {
        var digits = string.Concat((text ?? "").Where(char.IsAsciiDigit));
        return digits.Length < Shortest ? null : digits.Length <= Telling ? digits : digits[^Telling..];
    }
}
