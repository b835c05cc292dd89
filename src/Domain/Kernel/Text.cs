namespace FirstContact.Kernel;

/// <summary>The two questions that every typed text is asked.</summary>
public static class Text
{
    extension(string? text)
    {
        public bool IsBlank => string.IsNullOrWhiteSpace(text);

        public bool IsLongerThan(int most) => text?.Length > most;
    }
}
