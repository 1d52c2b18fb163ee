/**
 * The recommended curves of DSTU 4145-2002 (annex G), in the order of their object identifiers: `…3.1.1.2.0` to `.9` in polynomial bases, `…3.1.2.2.0` to `.4` in optimal normal
 * ones. Numbers in hexadecimal; elements in the curve's own basis.
 */
export interface CurveNumbers {
  readonly m: number;
  /** Exponents between m and 0 of the polynomial that calculations are modulo. */
  readonly middle: readonly number[];
  readonly a: 0 | 1;
  readonly b: string;
  readonly n: string;
  readonly x: string;
  readonly y: string;
}

/** `root`: a generator of the normal basis, in the polynomial one. */
export interface NormalCurveNumbers extends CurveNumbers {
  readonly root: string;
}

export const POLYNOMIAL_CURVES: readonly CurveNumbers[] = [
  {
    m: 163,
    middle: [7, 6, 3],
    a: 1,
    b: "5ff6108462a2dc8210ab403925e638a19c1455d21",
    n: "400000000000000000002bec12be2262d39bcf14d",
    x: "2e2f85f5dd74ce983a5c4237229daf8a3f35823be",
    y: "3826f008a8c51d7b95284d9d03ff0e00ce2cd723a",
  },
  {
    m: 167,
    middle: [6],
    a: 1,
    b: "6ee3ceeb230811759f20518a0930f1a4315a827dac",
    n: "3fffffffffffffffffffffb12ebcc7d7f29ff7701f",
    x: "7a1f6653786a68192803910a3d30b2a2018b21cd54",
    y: "5f49eb26781c0ec6b8909156d98ed435e45fd59918",
  },
  {
    m: 173,
    middle: [10, 2, 1],
    a: 0,
    b: "108576c80499db2fc16eddf6853bbb278f6b6fb437d9",
    n: "800000000000000000000189b4e67606e3825bb2831",
    x: "4d41a619bcc6eadf0448fa22fad567a9181d37389ca",
    y: "10b51cc12849b234c75e6dd2028bf7ff5c1ce0d991a1",
  },
  {
    m: 179,
    middle: [4, 2, 1],
    a: 1,
    b: "4a6e0856526436f2f88dd07a341e32d04184572beb710",
    n: "3ffffffffffffffffffffffb981960435fe5ab64236ef",
    x: "6ba06fe51464b2bd26dc57f48819ba9954667022c7d03",
    y: "25fbc363582dcec065080ca8287aaff09788a66dc3a9e",
  },
  {
    m: 191,
    middle: [9],
    a: 1,
    b: "7bc86e2102902ec4d5890e8b6b4981ff27e0482750fefc03",
    n: "40000000000000000000000069a779cac1dabc6788f7474f",
    x: "714114b762f2ff4a7912a6d2ac58b9b5c2fcfe76daeb7129",
    y: "29c41e568b77c617efe5902f11db96fa9613cd8d03db08da",
  },
  {
    m: 233,
    middle: [9, 4, 1],
    a: 1,
    b: "6973b15095675534c7cf7e64a21bd54ef5dd3b8a0326aa936ece454d2c",
    n: "1000000000000000000000000000013e974e72f8a6922031d2603cfe0d7",
    x: "3fcda526b6cdf83ba1118df35b3c31761d3545f32728d003eeb25efe96",
    y: "9ca8b57a934c54deeda9e54a7bbad95e3b2e91c54d32be0b9df96d8d35",
  },
  {
    m: 257,
    middle: [12],
    a: 0,
    b: "1cef494720115657e18f938d7a7942394ff9425c1458c57861f9eea6adbe3be10",
    n: "800000000000000000000000000000006759213af182e987d3e17714907d470d",
    x: "2a29ef207d0e9b6c55cd260b306c7e007ac491ca1b10c62334a9e8dcd8d20fb7",
    y: "10686d41ff744d4449fccf6d8eea03102e6812c93a9d60b978b702cf156d814ef",
  },
  {
    m: 307,
    middle: [8, 4, 2],
    a: 1,
    b: "393c7f7d53666b5054b5e6c6d3de94f4296c0c599e2e2e241050df18b6090bdc90186904968bb",
    n: "3ffffffffffffffffffffffffffffffffffffffc079c2f3825da70d390fbba588d4604022b7b7",
    x: "216ee8b189d291a0224984c1e92f1d16bf75ccd825a087a239b276d3167743c52c02d6e7232aa",
    y: "5d9306bacd22b7faeb09d2e049c6e2866c5d1677762a8f2f2dc9a11c7f7be8340ab2237c7f2a0",
  },
  {
    m: 367,
    middle: [21],
    a: 1,
    b: "43fc8ad242b0b7a6f3d1627ad5654447556b47bf6aa4a64b0c2afe42cadab8f93d92394c79a79755437b56995136",
    n: "40000000000000000000000000000000000000000000009c300b75a3fa824f22428fd28ce8812245ef44049b2d49",
    x: "324a6eddd512f08c49a99ae0d3f961197a76413e7be81a400ca681e09639b5fe12e59a109f78bf4a373541b3b9a1",
    y: "1ab597a5b4477f59e39539007c7f977d1a567b92b043a49c6b61984c3fe3481aaf454cd41ba1f051626442b3c10",
  },
  {
    m: 431,
    middle: [5, 3, 1],
    a: 1,
    b: "3ce10490f6a708fc26dfe8c3d27c4f94e690134d5bff988d8d28aaeaede975936c66bac536b18ae2dc312ca493117daa469c640caf3",
    n: "3fffffffffffffffffffffffffffffffffffffffffffffffffffffba3175458009a8c0a724f02f81aa8a1fcbaf80d90c7a95110504cf",
    x: "1a62ba79d98133a16bbae7ed9a8e03c32e0824d57aef72f88986874e5aae49c27bed49a2a95058068426c2171e99fd3b43c5947c857d",
    y: "70b5e1e14031c1f70bbefe96bdde66f451754b4ca5f48da241f331aa396b8d1839a855c1769b1ea14ba53308b5e2723724e090e02db9",
  },
];

export const NORMAL_CURVES: readonly NormalCurveNumbers[] = [
  {
    m: 173,
    middle: [10, 2, 1],
    a: 0,
    b: "43d7e139319f43ba00944915740e1e6651b06e278c7",
    n: "800000000000000000000189b4e67606e3825bb2831",
    x: "a3b8b8d704089b24318caa51917cb6e424b4e6dea56",
    y: "5a43d5ee1f400349cf35150c74f119a39145f0cb08",
    root: "d4e82948d06bdd9fd5499be5bbdf3c17c5cd81c3a95",
  },
  {
    m: 179,
    middle: [4, 2, 1],
    a: 1,
    b: "19c9ebc4fd8308193d3a61762c547c82f2e6b2182cbcb",
    n: "3ffffffffffffffffffffffb981960435fe5ab64236ef",
    x: "11f4112265410477159e0d3e39bc4ac4ade43b21b66b9",
    y: "2ca5f0b34c61a86216f13766591cb266e2819ee582b3c",
    root: "2fa11e836e4a0593591138945241f2a04d54d579b4561",
  },
  {
    m: 191,
    middle: [9],
    a: 1,
    b: "13871c9d29d6ceea740fd57444f72fdbae559c13a1e31ef8",
    n: "40000000000000000000000069a779cac1dabc6788f7474f",
    x: "7159e0d3e39bc4ac4ade43b21b66b94f2af25abeeb1d85d3",
    y: "57e45d546be6201e9705e029535d009d31f51d81e18226be",
    root: "58fe12f51aa53fbfdba92f16b5a08fb172d99a84cdac542b",
  },
  {
    m: 233,
    middle: [9, 4, 1],
    a: 1,
    b: "80f920952a702c75b704a424c018eea55aa44664f3a003e0962d4f9a8e",
    n: "1000000000000000000000000000013e974e72f8a6922031d2603cfe0d7",
    x: "a0823b8acf069f1cde256256f21d90db35ca795792d5f758ec2e9992fb",
    y: "19dae222af326d33afb7761953f624a23d3eb1ca7a1c300f0aa9953ca85",
    root: "18f49d2701bb0aa979ff19ba6c213201ad8c05dec61f4741c845bc5bfab",
  },
  {
    m: 431,
    middle: [5, 3, 1],
    a: 1,
    b: "53fb7af7b4407000a6f226ad6bad28378646bd83f1f940810a4c19536ee65e53f40f973f2f06c5e80efe3b43651bd5ff8b06ba5f9299",
    n: "3fffffffffffffffffffffffffffffffffffffffffffffffffffffba3175458009a8c0a724f02f81aa8a1fcbaf80d90c7a95110504cf",
    x: "2020182cfcd7c724157b363d4abfd4c16251773c595d4e5c88572fa9d5ebb58142326448c08d3ee3e17e40b835d3090dcfba7c5adea6",
    y: "18e1b6efb28eef8a1f9c1859ed57c74ca747e4e1a60294c005d1920e80903a432929855828dd7f21714f837e119a044987f00110adad",
    root: "4513a0d22d332f6ef68f26c3169ae670730ebcdcc78a81ae24c3b13124e4adde4db8a984c755f6607d537eae7e6cb575664922585a59",
  },
];
