namespace FirstContact.Webhooks;

public sealed class ScheduleTests
{
    [Fact]
    public void Pauses_grow_to_a_day_and_end_after_three()
    {
        var pauses = Enumerable.Range(1, DeliverySchedule.Attempts - 1).Select(n => DeliverySchedule.Pause(n, 0.5)!.Value).ToList();
        Assert.Equal(pauses.Order(), pauses);
        Assert.Equal((Duration.FromSeconds(5), Duration.FromDays(1)), (pauses[0], pauses[^1]));
        Assert.InRange(pauses.Aggregate(Duration.Zero, (all, one) => all + one).TotalDays, 3, 4);
        Assert.Null(DeliverySchedule.Pause(DeliverySchedule.Attempts, 0.5));
    }

    [Fact]
    public void What_failed_together_does_not_come_back_together()
    {
        Assert.Equal(Duration.FromSeconds(48), DeliverySchedule.Pause(2, 0));
        Assert.Equal(Duration.FromSeconds(72), DeliverySchedule.Pause(2, 1));
    }

    [Fact]
    public void A_receiver_may_ask_for_more_time_but_not_for_ever()
    {
        Assert.Equal(Duration.FromMinutes(2), DeliverySchedule.Pause(1, 0.5, Duration.FromMinutes(2)));
        Assert.Equal(Duration.FromSeconds(5), DeliverySchedule.Pause(1, 0.5, Duration.FromSeconds(1)));
        Assert.Equal(Duration.FromDays(1), DeliverySchedule.Pause(1, 0.5, Duration.FromDays(400)));
    }
}
