namespace FirstContact.Targets;

public sealed class IndustryFigureTests
{
    private static readonly FigureDraft Draft = new(StandardMeasure.FirstWord, Duration.FromHours(1), 64.5m, "Of members, by mail", "Some report", 2015, "https://example.com/report");
    private static readonly FigureTerms Terms = new(StandardMeasure.FirstWord, Duration.FromHours(1), 64.5m, "Of members, by mail", "Some report", 2015, "https://example.com/report");
    private static readonly Story<IndustryFigure> Blank = new(new IndustryFigure { Id = new(1) });
    private static readonly Story<IndustryFigure> There = Blank.Given(new IndustryFigureAdded(Terms));

    [Fact]
    public void A_figure_has_its_source_and_its_year()
    {
        Blank.When(_ => IndustryFigure.Add(Draft with { Says = " Of members, by mail " }, 2026)).Then(new IndustryFigureAdded(Terms));
        Blank.When(_ => IndustryFigure.Add(Draft with { Address = null }, 2026)).Then(new IndustryFigureAdded(Terms with { Address = "" }));
        Blank.When(_ => IndustryFigure.Add(new(null, null, null, "", " ", null, "nowhere"), 2026))
            .Then(TargetErrors.MeasureMissing, TargetErrors.FigureWrong, TargetErrors.SaysMissing, TargetErrors.SourceMissing, TargetErrors.YearWrong, TargetErrors.AddressWrong);
        Blank.When(_ => IndustryFigure.Add(Draft with { Within = null, Says = new('x', 201), Source = new('x', 201) }, 2026)).Then(TargetErrors.WithinMissing, TargetErrors.LineTooLong.At("says"), TargetErrors.LineTooLong.At("source"));
        Blank.When(_ => IndustryFigure.Add(Draft with { Measure = StandardMeasure.Bounced }, 2026)).Then(TargetErrors.NotTimed);
        foreach (var year in (int[])[1989, 2027]) Blank.When(_ => IndustryFigure.Add(Draft with { Year = year }, 2026)).Then(TargetErrors.YearWrong);
        foreach (var year in (int[])[1990, 2026]) Blank.When(_ => IndustryFigure.Add(Draft with { Year = year }, 2026)).Then(new IndustryFigureAdded(Terms with { Year = year }));
        foreach (var percent in (decimal[])[-1, 100.1m, 64.55m]) Blank.When(_ => IndustryFigure.Add(Draft with { Percent = percent }, 2026)).Then(TargetErrors.FigureWrong);
        foreach (var address in (string[])["javascript:alert(1)", "/report", $"https://example.com/{new string('x', 500)}"]) Blank.When(_ => IndustryFigure.Add(Draft with { Address = address }, 2026)).Then(TargetErrors.AddressWrong);
    }

    [Fact]
    public void Changed_and_removed()
    {
        There.When(f => f.Change(Draft with { Percent = 70 }, 2026)).Then(new IndustryFigureChanged(Terms, Terms with { Percent = 70 }));
        There.When(f => f.Change(Draft, 2026)).ThenNothing();
        There.When(f => f.Change(Draft with { Source = "" }, 2026)).Then(TargetErrors.SourceMissing);
        Assert.Equal(70, There.Given(new IndustryFigureChanged(Terms, Terms with { Percent = 70 })).State.Terms.Percent);
        There.When(f => f.Remove()).Then(new IndustryFigureRemoved(Terms));
        var gone = There.Given(new IndustryFigureRemoved(Terms));
        gone.When(f => f.Remove()).Then(TargetErrors.FigureNotFound);
        gone.When(f => f.Change(Draft, 2026)).Then(TargetErrors.FigureNotFound);
    }
}
