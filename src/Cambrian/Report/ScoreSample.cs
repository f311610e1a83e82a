namespace Cambrian.Report;

/// <summary>A bounded, evenly spaced sample of scores: every n-th, where n doubles whenever there are too many.</summary>
internal sealed class ScoreSample
{
    private const int Most = 1_200;
    private readonly List<(int Step, double Score)> _points = [];
    private int _stride = 1;
    private int _offered;

    /// <summary>The sample, in order of the steps.</summary>
    public IReadOnlyList<(int Step, double Score)> Points => _points;

    /// <summary>Offers a score; one that is not finite is left out.</summary>
    public void Add(int step, double score)
    {
        if (!double.IsFinite(score) || _offered++ % _stride != 0)
        {
            return;
        }

        _points.Add((step, score));
        if (_points.Count > Most)
        {
            _stride *= 2;
            var kept = _points.Where((_, index) => index % 2 == 0).ToList();
            _points.Clear();
            _points.AddRange(kept);
        }
    }
}
