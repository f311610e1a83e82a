public class EvenSumTests
{
    [Fact]
    public void Nothing_sums_to_nothing()
    {
        Assert.Equal(0, EvenSum.Of([]));
    }

    [Fact(Skip = "Remove this Skip property to run this test")]
    public void Odd_numbers_do_not_count()
    {
        Assert.Equal(6, EvenSum.Of(new[] { 1, 2, 3, 4 }));
    }

    [Fact(Skip = "Remove this Skip property to run this test")]
    public void Halves_keep_their_order()
    {
        Assert.Equal(new[] { 2, 1 }, EvenSum.Halves([4, 2]));
    }

    [Fact(Skip = "Remove this Skip property to run this test")]
    public void Odd_numbers_have_no_half()
    {
        Assert.Throws<ArgumentException>(() => EvenSum.Halves([1]).ToList());
    }
}
