namespace FirstContact.Targets;

/// <summary>The door of the slice.</summary>
public static class TargetModule
{
    extension(Work work)
    {
        public TargetStore Targets => new(work);

        public IndustryFigureStore IndustryFigures => new(work);
    }
}
