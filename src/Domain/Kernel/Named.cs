namespace FirstContact.Kernel;

/// <summary>An id with the name it went by at the time: events carry this, so that history reads on when names change.</summary>
public readonly record struct Named<T>(T Id, string Name) where T : struct, IId
{
    public override string ToString() => Name;
}
