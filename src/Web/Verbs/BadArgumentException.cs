namespace FirstContact.Verbs;

/// <summary>An argument that cannot be meant, which only the verb itself can tell.</summary>
public sealed class BadArgumentException(string message) : Exception(message);
