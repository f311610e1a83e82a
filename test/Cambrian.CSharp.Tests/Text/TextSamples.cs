namespace Cambrian.CSharp.Tests.Text;

/// <summary>The same small program in four languages.</summary>
internal static class TextSamples
{
    public const string Python = """"
        import math  # 1 comment
        LIMIT = 99

        # EVOLVE-BLOCK-START
        def search(f, x1, steps=200):
            """Walks 300 steps."""
            best = f(x1)
            scale = 0.25
            for i in range(steps):
                step = scale * math.sin(i + 1.5)  # 7 comment
                if f(x1 + step) < best and not math.isnan(step):
                    x1 = x1 + step
                    best = f(x1)
                elif step > 10:
                    scale = min(scale, 1e-3)
                else:
                    scale *= 0.9
            name = "a 12 'quoted' 13"
            return x1
        # EVOLVE-BLOCK-END
        print(search(lambda x: x * x, 42))
        """";

    public const string Rust = """
        use std::f64;
        const LIMIT: usize = 99;

        // EVOLVE-BLOCK-START
        fn search<'a>(x1: f64, label: &'a str) -> f64 {
            let mut x = x1; // 7 comment
            let c = '9';
            let q = '\'';
            for i in 0..200 {
                let step = 0.25_f64 * ((i as f64) + 1.5).sin();
                if x + step < 10.0 && label.len() > 3 {
                    x = x + step;
                } else {
                    x = x - 1e-3; /* 8 comment 9 */
                }
            }
            println!("12 {}", c);
            x
        }
        // EVOLVE-BLOCK-END
        fn main() { search(42.0, "5"); }
        """;

    public const string C = """
        #include <math.h>
        #define LIMIT 99

        // EVOLVE-BLOCK-START
        double search(double x1, int steps)
        {
            double scale = 0.25f;
            for (int i = 0; i < steps; i++)
            {
                double step = scale * sin(i + 1.5); // 7 comment
                if (x1 + step < 10 && x1 > -3)
                {
                    x1 += step;
                }
                else
                {
                    scale *= 0.9; /* 8
                    9 */
                }
            }
            printf("12 %d\n", 0xFF);
            return x1;
        }
        // EVOLVE-BLOCK-END
        int main(void) { return (int)search(42.0, 5); }
        """;

    public const string JavaScript = """
        const LIMIT = 99;

        // EVOLVE-BLOCK-START
        function search(f, x1, steps = 200) {
          let scale = 0.25;
          for (let i = 0; i < steps; i++) {
            const step = scale * Math.sin(i + 1.5); // 7 comment
            if (f(x1 + step) < f(x1) && steps > 3) {
              x1 = x1 + step;
            } else {
              scale = Math.min(scale, 1e-3);
            }
          }
          const text = 'it is 12' + `and ${3} 13`;
          return x1;
        }
        // EVOLVE-BLOCK-END
        console.log(search(x => x * x, 42));
        """;

    public static readonly (string Path, string Text, string[] Numbers)[] All =
    [
        ("a.py", Python, ["200", "0.25", "1.5", "10", "1e-3", "0.9"]),
        ("a.rs", Rust, ["0", "0.25_f64", "1.5", "10.0", "3", "1e-3"]),
        ("a.c", C, ["0.25f", "0", "1.5", "10", "3", "0.9", "0xFF"]),
        ("a.js", JavaScript, ["200", "0.25", "0", "1.5", "3", "1e-3"]),
    ];
}
