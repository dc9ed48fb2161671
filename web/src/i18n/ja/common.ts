import type { Catalogue } from "../en/index.js";
import { pluralsOf } from "../format.js";

const plural = pluralsOf("ja");

export const common: Catalogue["common"] = {
  close: "閉じる",
  cancel: "キャンセル",
  save: "保存",
  saved: "保存しました",
  back: "戻る",
  more: "その他",
  required: "必須",
  optional: "任意",
  loading: "読み込み中…",
  tryAgain: "もう一度試す",
  showMore: "さらに表示",
  choose: "2文字以上を入力",
  notFound: "該当する名前がありません",
  progress: "進捗",
  before: "変更前",
  after: "変更後",
  planStatus: { draft: "下書き", shared: "共有済み", agreed: "合意済み", completed: "完了", archived: "アーカイブ" },
  itemStatus: { not_started: "未着手", in_progress: "進行中", blocked: "停滞中", done: "完了", cancelled: "中止" },
  verdict: { yes: "はい", partly: "一部", no: "いいえ" },
  errors: {
    offline: "オフラインです",
    offlineText: "入力した内容は残っています。接続が戻ると自動でやり直します。",
    missing: "見つかりません",
    missingText: "削除されたか、閲覧する権限がありません。",
    forbidden: "権限がありません",
    conflict: "別の場所で変更されました",
    conflictText: "開いた後に、別のウィンドウなどで変更されました。上書きはされていません。",
    invalid: "入力内容を確認してください",
    notNow: "現在は実行できません",
    signedOut: "サインアウトしています",
    signedOutText: "続けるにはもう一度サインインしてください。入力した内容は残っています。",
    busy: "混み合っています",
    busyText: (seconds) => plural(seconds, { other: "#秒後にもう一度お試しください。" }),
    server: "うまくいきませんでした",
    serverText: "サービスに問題があります。データは失われていません。しばらくしてからお試しください。",
    reference: (id) => `お問い合わせ番号：${id}`,
  },
};
