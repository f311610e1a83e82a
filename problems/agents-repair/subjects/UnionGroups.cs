/// <summary>Groups joined pair by pair: how many remain, who is together, and the first pair that closes a ring.</summary>
public static class UnionGroups
{
    public static int Count(int people, int[][] pairs) => Leaders(people, pairs).Distinct().Count();

    public static int LargestGroup(int people, int[][] pairs)
    {
        var sizes = new int[people];
        foreach (var leader in Leaders(people, pairs))
        {
            sizes[leader]++;
        }

        return sizes.Max();
    }

    public static int FirstRing(int people, int[][] pairs)
    {
        var parent = Enumerable.Range(0, people).ToArray();
        for (var i = 0; i < pairs.Length; i++)
        {
            var (a, b) = (Find(parent, pairs[i][0]), Find(parent, pairs[i][1]));
            if (a == b)
            {
                return i;
            }

            parent[b] = a;
        }

        return -1;
    }

    private static int[] Leaders(int people, int[][] pairs)
    {
        var parent = Enumerable.Range(0, people).ToArray();
        foreach (var pair in pairs)
        {
            parent[Find(parent, pair[0])] = Find(parent, pair[1]);
        }

        return parent.Select(person => Find(parent, person)).ToArray();
    }

    private static int Find(int[] parent, int person)
    {
        while (parent[person] != person)
        {
            parent[person] = parent[parent[person]];
            person = parent[person];
        }

        return person;
    }
}
