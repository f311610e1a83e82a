public class ShelfLabelTests : IDisposable
{
    [Fact]
    public void Equal_labels_are_equal_by_their_own_measure()
    {
        Assert.Equal(new Label("tea", 2.5), ShelfLabel.Parse("tea@2.5"));
    }

    [Fact(Skip = "Remove this Skip property to run this test")]
    public void Other_labels_are_not()
    {
        Assert.NotEqual(new Label("tea", 2.5), ShelfLabel.Parse("tea@3"));
    }

    [Fact(Skip = "Remove this Skip property to run this test")]
    public void Dictionaries_and_tuples_are_compared_by_what_is_in_them()
    {
        var expected = new Dictionary<string, int[]> { ["b"] = [1], ["a"] = [0, 2] };
        Assert.Equal(expected, ShelfLabel.Index("a", "b", "a"));
        Assert.Equal((1, new[] { 1 }), (1, ShelfLabel.Index("a", "b")["b"]));
    }

    [Fact(Skip = "Remove this Skip property to run this test")]
    public async Task Totals_are_close_enough()
    {
        await Task.Yield();
        Assert.Equal(0.3, ShelfLabel.Total(0.1, 0.2), precision: 7);
        Assert.Equal(0.3, ShelfLabel.Total(0.1, 0.2), tolerance: 0.0001);
    }

    public void Dispose() => Assert.Equal(1, 1);
}
