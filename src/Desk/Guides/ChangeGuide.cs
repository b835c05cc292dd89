using FirstContact.Services;

namespace FirstContact.Guides;

/// <summary>What is asked of tickets of a category, all of it at once and in this order.</summary>
public sealed record ChangeGuide(CategoryId Id, Seq<GuideSaid> Questions) : Command<Guide>
{
    public override Permission Needs => GuidePermissions.Manage;

    protected override Store<Guide> StoreOf(Work work) => work.Guides;

    public override async Task<Result<Guide>> Do(Work work)
    {
        var categories = await work.Read.Categories();
        if (categories.FirstOrDefault(c => c.Id == Id) is not { } category) return ServiceErrors.CategoryNotFound;
        var unknown = Questions.Index().Select(q => q.Item.Options.Any(o => !o.Leads.IsBlank && Find(o.Leads!) is null) ? GuideErrors.LeadsNowhere.At($"questions[{q.Index}].options") : null);
        if (Error.Of(unknown) is { } no) return no;
        return await work.Guides.Change(Id, guide => guide.Change(new(category.Id, category.Name),
            [.. Questions.Select(q => new GuideQuestion(q.No, q.Text ?? "", q.Kind, [.. q.Options.Select(o => new GuideOption(o.Word ?? "", o.Leads.IsBlank ? null : Find(o.Leads!)))], q.Help, q.ForCustomers))]));

        Named<CategoryId>? Find(string name) => categories.FirstOrDefault(c => string.Equals(c.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } found ? new(found.Id, found.Name) : null;
    }
}

/// <param name="No">Which of the questions that are there; 0 for a new one.</param>
public sealed record GuideSaid(int No, string? Text, GuideKind Kind, Seq<OptionSaid> Options, string? Help, bool ForCustomers);

/// <param name="Leads">The category that this answer leads to, by name.</param>
public sealed record OptionSaid(string? Word, string? Leads);
