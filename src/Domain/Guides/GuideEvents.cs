namespace FirstContact.Guides;

public sealed record GuideChanged(Named<CategoryId> Category, Seq<GuideQuestion> From, Seq<GuideQuestion> To) : Event;
