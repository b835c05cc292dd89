namespace FirstContact.Mail;

/// <summary>The address from which the desk's own mail comes.</summary>
public sealed record DeskAddress(string Address);
