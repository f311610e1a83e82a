using System;
using System.Collections.Generic;
using System.Linq;
using Cambrian.Contracts;

// The shape of a candidate: what it may know, and what it answers.
public delegate double Priority(double value, double weight, double left);

// The three types are: the delegate, one case, one answer. Cases and answers travel between processes; arrays of numbers
// (byte, short, int, long, double) go as they are, anything else goes as JSON.
// A case here: capacity, then value and weight of every item. An answer: the numbers of the items taken, in order.
public sealed class Knapsack : Evaluator<Priority, int[], int[]>
{
    // Always the same cases in the same order. The search sees the training cases; the validation cases pick the winner; the
    // test cases are sealed and scored once, at the end. Cases from files are read from dataFolder, the problem's data/ folder.
    public override IReadOnlyList<int[]> Cases(Split split, string dataFolder) => split switch
    {
        Split.Training => Generate(seed: 1, cases: 16),
        Split.Validation => Generate(seed: 2, cases: 32),
        _ => Generate(seed: 3, cases: 32),
    };

    // Runs beside the candidate, in its sandbox. Whatever is worked out here is the candidate's word; Score believes none of it.
    public override int[] Run(Priority program, int[] problemCase)
    {
        var (capacity, items) = (problemCase[0], (problemCase.Length - 1) / 2);
        var free = capacity;
        var open = Enumerable.Range(0, items).ToList();
        var taken = new List<int>();
        while (true)
        {
            open.RemoveAll(item => Weight(problemCase, item) > free);
            if (open.Count == 0)
            {
                return [.. taken];
            }

            var next = open.MaxBy(item => program(Value(problemCase, item), Weight(problemCase, item), (double)free / capacity));
            open.Remove(next);
            taken.Add(next);
            free -= Weight(problemCase, next);
        }
    }

    // Runs in a process of its own, where no candidate is ever loaded: checks the answer and works out what it is worth.
    public override CaseScore Score(int[] problemCase, int[] answer)
    {
        var items = (problemCase.Length - 1) / 2;
        if (answer.Distinct().Count() != answer.Length || answer.Any(item => item < 0 || item >= items))
        {
            return CaseScore.Invalid("An item was taken twice, or does not exist.");
        }

        if (answer.Sum(item => Weight(problemCase, item)) > problemCase[0])
        {
            return CaseScore.Invalid("The knapsack is too heavy.");
        }

        var bound = Bound(problemCase);
        return new CaseScore(100 * (bound - answer.Sum(item => Value(problemCase, item))) / bound);
    }

    private static int Value(int[] problemCase, int item) => problemCase[1 + (2 * item)];

    private static int Weight(int[] problemCase, int item) => problemCase[2 + (2 * item)];

    // Dantzig's bound: the items by value per weight, the last one cut to fit.
    private static double Bound(int[] problemCase)
    {
        var (bound, free) = (0.0, (double)problemCase[0]);
        foreach (var item in Enumerable.Range(0, (problemCase.Length - 1) / 2).OrderByDescending(item => (double)Value(problemCase, item) / Weight(problemCase, item)))
        {
            var share = Math.Min(1, free / Weight(problemCase, item));
            bound += share * Value(problemCase, item);
            free -= share * Weight(problemCase, item);
        }

        return bound;
    }

    private static List<int[]> Generate(int seed, int cases)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, cases).Select(_ => Case(random, items: 40))];
    }

    private static int[] Case(Random random, int items)
    {
        var problemCase = new int[1 + (2 * items)];
        for (var item = 0; item < items; item++)
        {
            var weight = random.Next(1, 101);
            problemCase[1 + (2 * item)] = Math.Clamp(weight + random.Next(-25, 26), 1, 100);
            problemCase[2 + (2 * item)] = weight;
            problemCase[0] += weight;
        }

        problemCase[0] = problemCase[0] / 5;
        return problemCase;
    }
}
