const s=["prepare_by","share_by","respond_by","discuss_by"];export{s};
