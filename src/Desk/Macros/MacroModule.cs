namespace FirstContact.Macros;

/// <summary>The door of the slice: what is prepared for many tickets. All of it is little, and kept in memory whole.</summary>
public static class MacroModule
{
    extension(Work work)
    {
        public TextBlockStore TextBlocks => new(work);

        public MacroStore Macros => new(work);

        public TicketTemplateStore TicketTemplates => new(work);
    }

    extension(Reader read)
    {
        /// <summary>All text blocks, the retired ones too, by name.</summary>
        internal ValueTask<IReadOnlyList<TextBlock>> TextBlocks() => read.Kept(TextBlock.Subject, TextBlockStore.All);

        internal ValueTask<IReadOnlyList<Macro>> Macros() => read.Kept(Macro.Subject, MacroStore.All);

        internal ValueTask<IReadOnlyList<TicketTemplate>> TicketTemplates() => read.Kept(TicketTemplate.Subject, TicketTemplateStore.All);
    }
}
