namespace FirstContact.Policies;

/// <summary>How far it reaches, or how soon it hurts.</summary>
public enum Level { Low, Medium, High }

/// <summary>P1 to P5. It comes from impact and urgency; an override carries a reason.</summary>
public readonly record struct Priority(int Rank)
{
    public const int Highest = 1, Lowest = 5;

    public static bool TryParse(string? text, out Priority priority)
    {
        priority = default;
        if (text is not ['p' or 'P', >= '1' and <= '5']) return false;
        priority = new(text[1] - '0');
        return true;
    }

    public override string ToString() => $"P{Rank}";
}
